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
    for (Symbols* symbols : {&functions_, &variables_}) {
        std::sort(symbols->begin(), symbols->end(),
                  [](const Symbol& a, const Symbol& b) { return a.begin < b.begin; });
    }
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
        const auto type = GELF_ST_TYPE(symbol.st_info);
        if ((type != STT_FUNC && type != STT_OBJECT) || symbol.st_size == 0) continue;
        const char* const name = elf_strptr(elf, header.sh_link, symbol.st_name);
        if (name == nullptr) continue;
        Symbols& symbols = type == STT_FUNC ? functions_ : variables_;
        symbols.push_back({symbol.st_value, symbol.st_value + symbol.st_size, name});
    }
}

const char* SymbolTable::name_at(std::uint64_t address) const {
    const Symbol* const function = find(functions_, address);
    return function == nullptr ? nullptr : function->name;
}

const SymbolTable::Symbol* SymbolTable::find(const Symbols& symbols, std::uint64_t address) {
    const auto after =
        std::upper_bound(symbols.begin(), symbols.end(), address,
                         [](std::uint64_t a, const Symbol& symbol) { return a < symbol.begin; });
    if (after == symbols.begin()) return nullptr;
    const Symbol& symbol = *std::prev(after);
    return address < symbol.end ? &symbol : nullptr;
}

}  // namespace heddle::explore
