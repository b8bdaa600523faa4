// The functions of one compilation unit by address, and what was inlined into them, from its debug
// information (DWARF 5, sections 3.3.1 and 3.3.8). The unit is walked once: a student's unit holds
// all of the standard library's declarations, and a picture asks for hundreds of places. Not
// thread-safe.
#pragma once

#include <vector>

#include "explore/entries.hpp"

namespace heddle::explore {

class Functions {
  public:
    // The unit's Dwarf must outlive it.
    explicit Functions(Dwarf_Die* unit);

    // What the address lies in, innermost first: inlined calls (DW_TAG_inlined_subroutine), and
    // last the function itself. Empty where no function is.
    std::vector<Dwarf_Die> around(Dwarf_Addr address);

  private:
    void collect(Dwarf_Die* scope);

    EntriesByAddress functions_;
};

}  // namespace heddle::explore
