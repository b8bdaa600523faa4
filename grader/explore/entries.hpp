// Entries of debug information by the addresses that they cover (DWARF 5, section 2.17): a
// program's compilation units, a unit's functions. Filled once, asked often. Not thread-safe.
#pragma once

#include <elfutils/libdw.h>

#include <optional>
#include <vector>

namespace heddle::explore {

// Calls `visit` with each range of addresses of an entry; returns how many there are.
template <class Visit>
int for_each_range(Dwarf_Die* entry, Visit visit) {
    Dwarf_Addr base = 0;
    Dwarf_Addr begin = 0;
    Dwarf_Addr end = 0;
    int count = 0;
    for (ptrdiff_t at = 0; (at = dwarf_ranges(entry, at, &base, &begin, &end)) > 0; ++count) {
        visit(begin, end);
    }
    return count;
}

// The Dwarf of all entries must outlive it.
class EntriesByAddress {
  public:
    void add(Dwarf_Die entry);

    // The entry that covers the address; nothing when none does.
    std::optional<Dwarf_Die> at(Dwarf_Addr address);

  private:
    struct Range {
        Dwarf_Addr begin;
        Dwarf_Addr end;
        Dwarf_Die entry;
    };

    std::vector<Range> ranges_;
    bool is_sorted_ = true;  // by their beginnings
};

}  // namespace heddle::explore
