#include "build/symbols.hpp"

#include <fcntl.h>
#include <gelf.h>

#include <memory>

#include "process/descriptor.hpp"

namespace heddle::build {
namespace {

struct EndElf {
    void operator()(Elf* elf) const { elf_end(elf); }
};
using ElfFile = std::unique_ptr<Elf, EndElf>;

bool is_global_definition(const GElf_Sym& symbol) {
    return GELF_ST_BIND(symbol.st_info) != STB_LOCAL && symbol.st_shndx != SHN_UNDEF;
}

bool table_defines(Elf* elf, Elf_Scn* section, const GElf_Shdr& header, std::string_view wanted) {
    Elf_Data* data = elf_getdata(section, nullptr);
    const int count = static_cast<int>(header.sh_size / header.sh_entsize);
    for (int i = 0; i < count; ++i) {
        GElf_Sym symbol;
        if (gelf_getsym(data, i, &symbol) == nullptr || !is_global_definition(symbol)) continue;
        const char* name = elf_strptr(elf, header.sh_link, symbol.st_name);
        if (name != nullptr && name == wanted) return true;
    }
    return false;
}

}  // namespace

base::Expected<bool> defines(const std::filesystem::path& object, std::string_view symbol) {
    elf_version(EV_CURRENT);
    const process::Descriptor file(::open(object.c_str(), O_RDONLY | O_CLOEXEC));
    const ElfFile elf(elf_begin(file.number(), ELF_C_READ_MMAP, nullptr));
    if (elf == nullptr)
        return base::fail({"the compiler wrote no object that can be read", object.string(),
                           "Check that the disk isn't full, then try again."});

    for (Elf_Scn* section = nullptr; (section = elf_nextscn(elf.get(), section)) != nullptr;) {
        GElf_Shdr header;
        if (gelf_getshdr(section, &header) == nullptr || header.sh_type != SHT_SYMTAB) continue;
        if (table_defines(elf.get(), section, header, symbol)) return true;
    }
    return false;
}

}  // namespace heddle::build
