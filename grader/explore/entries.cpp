#include "explore/entries.hpp"

#include <algorithm>

namespace heddle::explore {

void EntriesByAddress::add(Dwarf_Die entry) {
    for_each_range(&entry, [&](Dwarf_Addr begin, Dwarf_Addr end) {
        if (begin < end) ranges_.push_back({begin, end, entry});
    });
    is_sorted_ = false;
}

std::optional<Dwarf_Die> EntriesByAddress::at(Dwarf_Addr address) {
    if (!is_sorted_) {
        std::sort(ranges_.begin(), ranges_.end(),
                  [](const Range& a, const Range& b) { return a.begin < b.begin; });
        is_sorted_ = true;
    }
    const auto after =
        std::upper_bound(ranges_.begin(), ranges_.end(), address,
                         [](Dwarf_Addr a, const Range& range) { return a < range.begin; });
    if (after == ranges_.begin() || address >= std::prev(after)->end) return std::nullopt;
    return std::prev(after)->entry;
}

}  // namespace heddle::explore
