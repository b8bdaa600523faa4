#include "explore/symbols.hpp"

#include <cxxabi.h>
#include <dwarf.h>
#include <elfutils/libdwfl.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string_view>

#include "explore/functions.hpp"
#include "explore/symbol_table.hpp"

namespace heddle::explore {
namespace {

const Dwfl_Callbacks callbacks = {.find_elf = dwfl_build_id_find_elf,
                                  .find_debuginfo = dwfl_standard_find_debuginfo,
                                  .section_address = dwfl_offline_section_address,
                                  .debuginfo_path = nullptr};

struct DwflDeleter {
    void operator()(Dwfl* dwfl) const { dwfl_end(dwfl); }
};

// By its mangled name: in namespace heddle, but neither the runtime below nor the port above it.
bool is_library(const char* symbol) {
    if (symbol == nullptr) return false;
    const std::string_view name = symbol;
    const std::size_t at = name.find("6heddle");
    if (at == std::string_view::npos || at > 4) return false;
    const std::string_view rest = name.substr(at + 7);
    for (const std::string_view other : {"7runtime", "9scheduler", "7harness", "4port"}) {
        if (rest.starts_with(other)) return false;
    }
    return true;
}

// "forks" of "_ZN12_GLOBAL__N_15forksE", and of "forks.0", a local that is static. A C variable `i`
// isn't the type `int`, which the demangler takes it for.
std::string plain_name(const char* symbol) {
    const bool is_mangled = std::string_view(symbol).starts_with("_Z");
    const std::unique_ptr<char, decltype(&std::free)> demangled(
        is_mangled ? abi::__cxa_demangle(symbol, nullptr, nullptr, nullptr) : nullptr, &std::free);
    std::string name = demangled ? demangled.get() : symbol;
    const std::size_t scope = name.rfind("::");
    if (scope != name.npos) name.erase(0, scope + 2);
    return name.substr(0, name.find('.'));
}

// Some of its files may be called as one of the student's, whose path is never whole.
bool is_of_runtime(const std::filesystem::path& file) {
    return file.is_absolute() && file.parent_path().parent_path().filename() == "grader";
}

// What stands between an atomic operation and who asks for it.
bool is_of_atomics(const std::filesystem::path& file) {
    const std::filesystem::path name = file.filename();
    return name == "atomic" || name == "atomic_base.h" ||
           file.parent_path().filename() == "runtime";
}

// A destructor that nobody wrote: its line is that of its class, and says nothing. The compiler
// calls what it made itself artificial, but a lambda's call, too.
bool is_unwritten(Dwarf_Die* function) {
    Dwarf_Attribute attribute;
    bool is_artificial = false;
    if (dwarf_attr_integrate(function, DW_AT_artificial, &attribute) == nullptr ||
        dwarf_formflag(&attribute, &is_artificial) != 0)
        return false;
    const char* const name = dwarf_diename(function);
    return is_artificial && name != nullptr && name[0] == '~';
}

int constant(Dwarf_Die* die, unsigned name) {
    Dwarf_Attribute attribute;
    Dwarf_Word value = 0;
    if (dwarf_attr(die, name, &attribute) == nullptr) return 0;
    return dwarf_formudata(&attribute, &value) == 0 ? static_cast<int>(value) : 0;
}

}  // namespace

// The student's lines at one position, innermost first: where code was inlined there are several.
struct Lines {
    std::vector<Place> places;
    std::vector<Place> unwritten;   // in destructors that nobody wrote
    bool is_below_other = false;    // inlined into neither <atomic> nor the runtime
    bool is_below_library = false;  // inlined into the course's library, and that into the first
};

struct Symbols::State {
    std::unique_ptr<Dwfl, DwflDeleter> dwfl;
    Dwfl_Module* module = nullptr;
    std::optional<EntriesByAddress> units;
    std::vector<std::string> files;
    std::map<std::uint64_t, Lines> known;
    std::optional<SymbolTable> names;
    std::map<Dwarf_Off, Functions> functions;  // by unit

    const Lines& lines_at(std::uint64_t position);
    const std::vector<Place>& places_at(std::uint64_t position) {
        return lines_at(position).places;
    }
    Lines look_up(std::uint64_t position);
    std::optional<Dwarf_Die> unit_at(Dwarf_Addr address);
    bool is_library_at(std::uint64_t position);
    const SymbolTable& table();
    std::vector<Dwarf_Die> scopes_at(Dwarf_Die* unit, Dwarf_Addr address);
    void add(Lines& lines, Dwarf_Die* scope, const char* path, Place place) const;
    void add_callers(Lines& lines, Dwarf_Die* unit, std::vector<Dwarf_Die>& scopes);
};

std::vector<Dwarf_Die> Symbols::State::scopes_at(Dwarf_Die* unit, Dwarf_Addr address) {
    return functions.try_emplace(dwarf_dieoffset(unit), unit).first->second.around(address);
}

// `scope` is the function that the place is in; null where it isn't known.
void Symbols::State::add(Lines& lines, Dwarf_Die* scope, const char* path, Place place) const {
    if (path == nullptr) return;
    const std::filesystem::path file(path);
    const auto is_known = [&](const std::string& name) {
        return std::find(files.begin(), files.end(), name) != files.end();
    };
    std::string name = file.lexically_normal();  // of "./two/hit.c", or "./one/../two/hit.c"
    if (!is_known(name) && !is_of_runtime(file)) name = file.filename();
    if (is_known(name)) {
        const bool is_written = scope == nullptr || !is_unwritten(scope);
        place.line.file = name;
        (is_written ? lines.places : lines.unwritten).push_back(std::move(place));
    }
    if (!lines.places.empty() || !lines.unwritten.empty()) return;
    lines.is_below_other |= !is_of_atomics(file);
    if (file.parent_path().filename() == "heddle") {
        lines.is_below_library = true;
    }
}

// For each function that was inlined around the address: where it was called.
void Symbols::State::add_callers(Lines& lines, Dwarf_Die* unit, std::vector<Dwarf_Die>& scopes) {
    Dwarf_Files* table = nullptr;
    std::size_t table_size = 0;
    if (dwarf_getsrcfiles(unit, &table, &table_size) != 0) return;
    for (std::size_t i = 0; i + 1 < scopes.size(); ++i) {
        Dwarf_Die* const call = &scopes[i];
        const auto file = static_cast<std::size_t>(constant(call, DW_AT_call_file));
        if (file >= table_size) continue;
        add(lines, &scopes[i + 1], dwarf_filesrc(table, file, nullptr, nullptr),
            {{"", constant(call, DW_AT_call_line)}, constant(call, DW_AT_call_column)});
    }
}

// By the units' own ranges: clang writes no table of addresses (.debug_aranges).
std::optional<Dwarf_Die> Symbols::State::unit_at(Dwarf_Addr address) {
    if (!units) {
        units.emplace();
        Dwarf_Addr ignored = 0;
        Dwarf_Die* unit = nullptr;
        while ((unit = dwfl_module_nextcu(module, unit, &ignored)) != nullptr)
            units->add(*unit);
    }
    return units->at(address);
}

Lines Symbols::State::look_up(std::uint64_t position) {
    Lines lines;
    auto unit = unit_at(position);
    if (!unit) return lines;
    std::vector<Dwarf_Die> scopes = scopes_at(&*unit, position);
    if (Dwarf_Line* const line = dwarf_getsrc_die(&*unit, position)) {
        int number = 0;
        int column = 0;
        dwarf_lineno(line, &number);
        dwarf_linecol(line, &column);
        add(lines, scopes.empty() ? nullptr : &scopes.front(),
            dwarf_linesrc(line, nullptr, nullptr), {{"", number}, column});
    }
    add_callers(lines, &*unit, scopes);
    return lines;
}

const Lines& Symbols::State::lines_at(std::uint64_t position) {
    const auto [entry, is_new] = known.try_emplace(position);
    if (is_new) entry->second = look_up(position);
    return entry->second;
}

const SymbolTable& Symbols::State::table() {
    if (!names) {
        Dwarf_Addr ignored = 0;
        names.emplace(dwfl_module_getelf(module, &ignored));
    }
    return *names;
}

bool Symbols::State::is_library_at(std::uint64_t position) {
    return is_library(table().name_at(position));
}

Symbols::Symbols(std::unique_ptr<State> state) : state_(std::move(state)) {}
Symbols::~Symbols() = default;
Symbols::Symbols(Symbols&&) noexcept = default;
Symbols& Symbols::operator=(Symbols&&) noexcept = default;

base::Expected<Symbols> Symbols::open(const std::filesystem::path& binary,
                                      std::vector<std::string> files) {
    auto state = std::make_unique<State>();
    state->files = std::move(files);
    state->dwfl.reset(dwfl_begin(&callbacks));
    dwfl_report_begin(state->dwfl.get());
    state->module = dwfl_report_offline(state->dwfl.get(), "program", binary.c_str(), -1);
    dwfl_report_end(state->dwfl.get(), nullptr, nullptr);
    if (state->module == nullptr) {
        return base::fail({std::string("its debug information can't be read: ") + dwfl_errmsg(-1),
                           binary.string(), "run ./heddle doctor"});
    }
    return Symbols(std::move(state));
}

std::optional<Place> Symbols::place_of(const scheduler::Stack& stack) {
    for (std::uint32_t i = 0; i < stack.count; ++i) {
        const auto& places = state_->places_at(stack.frames[i]);
        if (!places.empty()) return places.front();
    }
    for (std::uint32_t i = 0; i < stack.count; ++i) {
        const auto& unwritten = state_->lines_at(stack.frames[i]).unwritten;
        if (!unwritten.empty()) return unwritten.front();
    }
    return std::nullopt;
}

std::vector<Place> Symbols::places_of(const scheduler::Stack& stack) {
    std::vector<Place> all;
    for (std::uint32_t i = 0; i < stack.count; ++i) {
        const auto& places = state_->places_at(stack.frames[i]);
        all.insert(all.end(), places.begin(), places.end());
    }
    return all;
}

std::optional<Place> Symbols::atomic_call_of(const scheduler::Stack& stack) {
    for (std::uint32_t i = 0; i < stack.count; ++i) {
        const Lines& lines = state_->lines_at(stack.frames[i]);
        if (lines.is_below_other) return std::nullopt;
        if (!lines.places.empty()) return lines.places.front();
    }
    return std::nullopt;
}

bool Symbols::is_inside_library(const scheduler::Stack& stack) {
    for (std::uint32_t i = 0; i < stack.count; ++i) {
        const Lines& lines = state_->lines_at(stack.frames[i]);
        if (!lines.places.empty() || !lines.unwritten.empty()) return lines.is_below_library;
        if (state_->is_library_at(stack.frames[i])) return true;
    }
    return false;
}

std::optional<Symbols::Variable> Symbols::variable_at(std::uint64_t position) {
    const SymbolTable::Symbol* const found = state_->table().variable_at(position);
    if (found == nullptr) return std::nullopt;
    return Variable{plain_name(found->name), found->begin, found->end - found->begin};
}

std::optional<Place> Symbols::outermost_place_of(const scheduler::Stack& stack) {
    for (std::uint32_t i = stack.count; i-- > 0;) {
        const auto& places = state_->places_at(stack.frames[i]);
        if (!places.empty()) return places.back();
    }
    return std::nullopt;
}

}  // namespace heddle::explore
