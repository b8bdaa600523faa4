// The functions of a binary by address, from its ELF symbol table: read once, asked often. Safe to
// share once made.
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

  private:
    struct Function {
        std::uint64_t begin;
        std::uint64_t end;
        const char* name;
    };

    void read(Elf* elf, Elf_Scn* section);

    std::vector<Function> functions_;  // by their beginnings
};

}  // namespace heddle::explore
