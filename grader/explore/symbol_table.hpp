// The functions and variables of a binary by address, from its ELF symbol table: read once, asked
// often. Safe to share once made.
#pragma once

#include <libelf.h>

#include <cstdint>
#include <vector>

namespace heddle::explore {

class SymbolTable {
  public:
    // `elf` must outlive it; null gives an empty table.
    explicit SymbolTable(Elf* elf);

    // The mangled name of the function that covers the address; null where none does.
    const char* name_at(std::uint64_t address) const;

    struct Symbol {
        std::uint64_t begin;
        std::uint64_t end;
        const char* name;  // mangled
    };

    // The variable with static storage that covers the address; null where none does.
    const Symbol* variable_at(std::uint64_t address) const { return find(variables_, address); }

  private:
    using Symbols = std::vector<Symbol>;  // by their beginnings

    static const Symbol* find(const Symbols& symbols, std::uint64_t address);
    void read(Elf* elf, Elf_Scn* section);

    Symbols functions_;
    Symbols variables_;
};

}  // namespace heddle::explore
