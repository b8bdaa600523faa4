#include "scheduler/objects.hpp"

namespace heddle::scheduler {

ObjectId Objects::id_of(std::uint64_t address) {
    if (address == 0 || count_ + 1 >= capacity_) return 0;
    std::size_t at = (address * 0x9e3779b97f4a7c15U) >> 50U;
    while (slots_[at].address != 0) {
        if (slots_[at].address == address) return slots_[at].id;
        at = (at + 1) % capacity_;
    }
    slots_[at] = {address, ++count_};
    return count_;
}

}  // namespace heddle::scheduler
