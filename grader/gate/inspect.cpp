#include "gate/inspect.hpp"

#include <cxxabi.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <gelf.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "process/descriptor.hpp"

namespace heddle::gate {
namespace {

struct EndElf {
    void operator()(Elf* elf) const { elf_end(elf); }
};
using ElfFile = std::unique_ptr<Elf, EndElf>;
using Found = std::optional<Violation>;

// Parts of names, mangled or plain. Even a definition of one's own is refused: exceptions are told
// apart by the names of their types.
constexpr std::array<std::string_view, 6> reserved = {
    "N5Catch", "6heddle7runtime", "6heddle7harness", "6heddle9scheduler", "__wrap_", "__real_"};

// What tells a sanitizer to look away. A compiler calls none of these by itself.
constexpr std::array<std::string_view, 9> blindfolds = {"Annotate",
                                                        "__lsan_",
                                                        "__sanitizer_",
                                                        "__tsan_acquire",
                                                        "__tsan_release",
                                                        "__tsan_mutex_",
                                                        "__tsan_ignore_",
                                                        "__asan_poison_memory_region",
                                                        "__asan_unpoison_memory_region"};

bool is_reserved(std::string_view name, Hooks hooks) {
    if (hooks == Hooks::refused && name.starts_with("heddle_hook_")) return true;
    const bool is_blindfold =
        std::any_of(blindfolds.begin(), blindfolds.end(),
                    [name](std::string_view part) { return name.starts_with(part); });
    if (is_blindfold) return true;
    return std::any_of(reserved.begin(), reserved.end(), [name](std::string_view part) {
        return name.find(part) != std::string_view::npos;
    });
}

std::string readable(const char* mangled) {
    const std::unique_ptr<char, decltype(&std::free)> name(
        abi::__cxa_demangle(mangled, nullptr, nullptr, nullptr), &std::free);
    const std::string whole = name ? name.get() : mangled;
    const std::size_t arguments = whole.find('(');
    return arguments == std::string::npos ? whole : whole.substr(0, arguments).append("()");
}

Found check_symbol(const GElf_Sym& symbol, const char* name, Hooks hooks) {
    if (GELF_ST_TYPE(symbol.st_info) == STT_GNU_IFUNC) {
        return Violation{
            fmt::format("{} is chosen when the program is loaded (ifunc).", readable(name)),
            "Nothing of yours may run before the tests begin."};
    }
    if (!is_reserved(name, hooks)) return std::nullopt;
    return Violation{
        fmt::format("{} is used here, and belongs to the grader.", readable(name)),
        "Tests are written and judged by the grader; your files hold the exercise alone."};
}

// How many functions of a section would run before main: the grader defers those of a plain
// .init_array.
std::size_t early_functions(std::string_view name, const GElf_Shdr& header) {
    if (name == ".init" || name == ".fini") return 2;  // no compiler writes these
    if (name == "heddle_real") return 2;               // nor this: runtime/real.hpp fills it
    const bool is_table = name.starts_with(".init_array.") || name.starts_with(".preinit_array") ||
                          name.starts_with(".ctors");
    return is_table ? header.sh_size / sizeof(void*) : 0;
}

// The sanitizer has one in each object, to be there first.
Found check_early(std::size_t functions) {
    if (functions <= 1) return std::nullopt;
    return Violation{"A function is marked to run before all others.",
                     "Leave the constructor's priority out: nothing of yours may run before the "
                     "tests begin."};
}

Found check_symbols(Elf* elf, Elf_Scn* section, const GElf_Shdr& header, Hooks hooks) {
    Elf_Data* const data = elf_getdata(section, nullptr);
    const auto count = static_cast<int>(header.sh_size / sizeof(Elf64_Sym));
    for (int i = 0; i < count; ++i) {
        GElf_Sym symbol;
        if (gelf_getsym(data, i, &symbol) == nullptr) continue;
        const char* const name = elf_strptr(elf, header.sh_link, symbol.st_name);
        if (name == nullptr) continue;
        if (auto found = check_symbol(symbol, name, hooks)) return found;
    }
    return std::nullopt;
}

}  // namespace

base::Expected<std::optional<Violation>> inspect(const std::filesystem::path& object, Hooks hooks) {
    elf_version(EV_CURRENT);
    const process::Descriptor file(open(object.c_str(), O_RDONLY | O_CLOEXEC));
    const ElfFile elf(elf_begin(file.number(), ELF_C_READ_MMAP, nullptr));
    std::size_t names = 0;
    if (elf == nullptr || elf_getshdrstrndx(elf.get(), &names) != 0) {
        return base::fail({"the compiler wrote no object that can be read", object.string(),
                           "Check that the disk isn't full, then try again."});
    }
    std::size_t early = 0;
    for (Elf_Scn* section = nullptr; (section = elf_nextscn(elf.get(), section)) != nullptr;) {
        GElf_Shdr header;
        if (gelf_getshdr(section, &header) == nullptr) continue;
        const char* const name = elf_strptr(elf.get(), names, header.sh_name);
        if (name == nullptr) continue;
        early += early_functions(name, header);
        if (header.sh_type != SHT_SYMTAB) continue;
        if (auto found = check_symbols(elf.get(), section, header, hooks)) return found;
    }
    return check_early(early);
}

}  // namespace heddle::gate
