#include "explore/symbol_table.hpp"

#include <gelf.h>

#include <algorithm>

namespace heddle::explore {

SymbolTable::SymbolTable(Elf* elf) {
    if (elf == nullptr) return;
    for (Elf_Scn* section = elf_nextscn(elf, nullptr); section != nullptr;
         section = elf_nextscn(elf, section)) {
        read(elf, section);
    }
    std::sort(functions_.begin(), functions_.end(),
              [](const Function& a, const Function& b) { return a.begin < b.begin; });
}

void SymbolTable::read(Elf* elf, Elf_Scn* section) {
    GElf_Shdr header;
    if (gelf_getshdr(section, &header) == nullptr || header.sh_type != SHT_SYMTAB) return;
    Elf_Data* const data = elf_getdata(section, nullptr);
    if (data == nullptr || header.sh_entsize == 0) return;
    const auto count = static_cast<int>(header.sh_size / header.sh_entsize);
    for (int i = 0; i < count; ++i) {
        GElf_Sym symbol;
        if (gelf_getsym(data, i, &symbol) == nullptr) continue;
        if (GELF_ST_TYPE(symbol.st_info) != STT_FUNC || symbol.st_size == 0) continue;
        const char* const name = elf_strptr(elf, header.sh_link, symbol.st_name);
        if (name == nullptr) continue;
        functions_.push_back({symbol.st_value, symbol.st_value + symbol.st_size, name});
    }
}

const char* SymbolTable::name_at(std::uint64_t address) const {
    const auto after =
        std::upper_bound(functions_.begin(), functions_.end(), address,
                         [](std::uint64_t a, const Function& f) { return a < f.begin; });
    if (after == functions_.begin()) return nullptr;
    const Function& function = *std::prev(after);
    return address < function.end ? function.name : nullptr;
}

}  // namespace heddle::explore
