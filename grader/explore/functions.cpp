#include "explore/functions.hpp"

#include <dwarf.h>

#include <algorithm>

namespace heddle::explore {
namespace {

// Calls `visit` with each child of an entry.
template <class Visit>
void for_each_child(Dwarf_Die* parent, Visit visit) {
    Dwarf_Die child;
    if (dwarf_child(parent, &child) != 0) return;
    do {
        visit(&child);
    } while (dwarf_siblingof(&child, &child) == 0);
}

bool may_hold_functions(int tag) {
    return tag == DW_TAG_namespace || tag == DW_TAG_class_type || tag == DW_TAG_structure_type ||
           tag == DW_TAG_union_type || tag == DW_TAG_subprogram || tag == DW_TAG_lexical_block;
}

bool covers(Dwarf_Die* die, Dwarf_Addr address) {
    bool is_inside = false;
    const int ranges = for_each_range(die, [&](Dwarf_Addr begin, Dwarf_Addr end) {
        is_inside |= begin <= address && address < end;
    });
    // A block may leave its addresses out: then it stands for those of what is in it.
    return is_inside || (ranges == 0 && dwarf_tag(die) == DW_TAG_lexical_block);
}

void descend(Dwarf_Die* scope, Dwarf_Addr address, std::vector<Dwarf_Die>& scopes) {
    for_each_child(scope, [&](Dwarf_Die* child) {
        const int tag = dwarf_tag(child);
        const bool is_call = tag == DW_TAG_inlined_subroutine;
        if ((!is_call && tag != DW_TAG_lexical_block) || !covers(child, address)) return;
        if (is_call) scopes.push_back(*child);
        descend(child, address, scopes);
    });
}

}  // namespace

Functions::Functions(Dwarf_Die* unit) {
    collect(unit);
}

void Functions::collect(Dwarf_Die* scope) {
    for_each_child(scope, [this](Dwarf_Die* child) {
        const int tag = dwarf_tag(child);
        if (tag == DW_TAG_subprogram) functions_.add(*child);
        if (may_hold_functions(tag)) collect(child);
    });
}

std::vector<Dwarf_Die> Functions::around(Dwarf_Addr address) {
    std::vector<Dwarf_Die> scopes;
    auto function = functions_.at(address);
    if (!function) return scopes;
    scopes.push_back(*function);
    descend(&*function, address, scopes);
    std::reverse(scopes.begin(), scopes.end());
    return scopes;
}

}  // namespace heddle::explore
