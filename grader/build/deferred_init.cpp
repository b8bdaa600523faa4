#include "build/deferred_init.hpp"

#include <fcntl.h>
#include <gelf.h>

#include <cerrno>
#include <cstring>
#include <memory>

#include "process/descriptor.hpp"

namespace heddle::build {
namespace {

struct ElfCloser {
    void operator()(Elf* elf) const { elf_end(elf); }
};

base::Error unreadable(const std::filesystem::path& object) {
    return {elf_errmsg(-1), object.string(), "Run ./heddle doctor."};
}

}  // namespace

base::Expected<void> make_init_ordinary(const std::filesystem::path& object) {
    const process::Descriptor file(open(object.c_str(), O_RDWR | O_CLOEXEC));
    if (!file.is_open()) return base::fail({base::system_message(errno), object.string(), ""});
    elf_version(EV_CURRENT);
    const std::unique_ptr<Elf, ElfCloser> elf(elf_begin(file.number(), ELF_C_RDWR, nullptr));
    std::size_t names = 0;
    if (!elf || elf_getshdrstrndx(elf.get(), &names) != 0) return base::fail(unreadable(object));
    elf_flagelf(elf.get(), ELF_C_SET, ELF_F_LAYOUT);  // every byte stays where it is

    for (Elf_Scn* section = nullptr; (section = elf_nextscn(elf.get(), section)) != nullptr;) {
        GElf_Shdr header;
        if (gelf_getshdr(section, &header) == nullptr) return base::fail(unreadable(object));
        const char* const name = elf_strptr(elf.get(), names, header.sh_name);
        if (name == nullptr || std::strcmp(name, deferred_init_section) != 0) continue;
        header.sh_type = SHT_PROGBITS;
        gelf_update_shdr(section, &header);
    }
    if (elf_update(elf.get(), ELF_C_WRITE) < 0) return base::fail(unreadable(object));
    return {};
}

}  // namespace heddle::build
