#include "scheduler/objects.hpp"

namespace heddle::scheduler {

ObjectId Objects::id_of(std::uint64_t address) {
    if (address == 0) return 0;
    std::size_t at = (address * 0x9e3779b97f4a7c15U) >> 49U;
    while (slots_[at].address != 0) {
        if (slots_[at].address == address) return slots_[at].id;
        at = (at + 1) % capacity;
    }
    if (is_full()) return 0;
    slots_[at] = {address, ++count_};
    return count_;
}

}  // namespace heddle::scheduler
