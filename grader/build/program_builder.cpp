#include "build/program_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/file.hpp"
#include "build/code_files.hpp"
#include "build/symbols.hpp"

namespace heddle::build {
namespace {

namespace fs = std::filesystem;

base::Expected<void> accept(const fs::path& file) {
    std::error_code ignored;
    if (!fs::exists(file, ignored))
        return base::fail({"there is no such file", file.string(), "Check its name."});
    if (!fs::is_regular_file(file, ignored))
        return base::fail({"this is no file", file.string(), "Name the program's source files."});
    if (!is_source(file))
        return base::fail(
            {"this is neither C nor C++ by its name", file.string(),
             "Name the program's .c or .cpp files; headers are found by themselves."});
    return {};
}

// Those beside one of the sources, relative to the folder.
std::vector<std::string> headers_beside(const std::vector<std::string>& sources,
                                        const fs::path& folder) {
    std::set<std::string> headers;
    std::error_code ignored;
    for (const std::string& source : sources) {
        const fs::path inner = fs::path(source).parent_path();
        for (const auto& entry : fs::directory_iterator(folder / inner, ignored)) {
            if (is_header(entry.path())) headers.insert(inner / entry.path().filename());
        }
    }
    return {headers.begin(), headers.end()};
}

// The innermost folder that holds them all.
fs::path common_folder(const std::vector<fs::path>& files) {
    fs::path folder = files.front().parent_path();
    for (const fs::path& file : files) {
        while (file.lexically_relative(folder).native().starts_with(".."))
            folder = folder.parent_path();
    }
    return folder;
}

// Whether a compiler would take the name for an option.
bool is_option(const std::string& name) {
    return name.starts_with('-');
}

bool is_for_linker(const std::string& flag) {
    return flag.starts_with("-l") || flag.starts_with("-L") || flag.starts_with("-Wl,") ||
           flag == "-Xlinker";
}

// Whether what it is about stands in a word of its own.
bool takes_the_next(const std::string& flag) {
    constexpr std::array<std::string_view, 9> alone = {"-l", "-L",       "-Xlinker", "-D", "-U",
                                                       "-I", "-include", "-isystem", "-x"};
    return std::find(alone.begin(), alone.end(), flag) != alone.end();
}

BuildError no_main(const std::string& file) {
    return {{file, 0, 0, "no main is defined"},
            {},
            "A program needs a main; name the file that has it as well."};
}

// What the C library and the C++ one call: main, and where the program replaces them the global
// operator new and delete, which free what those libraries' own functions have taken.
const Arguments shown = {"main", "_Zn[wa]m", "_Zn[wa]m[RS]*", "_Zd[la]Pv", "_Zd[la]Pv[mR]*",
                         "_Zd[la]PvSt*"};

}  // namespace

base::Expected<Staged> stage_program(const std::vector<fs::path>& files, const fs::path& output) {
    std::vector<fs::path> whole;
    for (const fs::path& file : files) {
        if (const auto accepted = accept(file); !accepted) return base::fail(accepted.error());
        std::error_code failure;
        fs::path path = fs::canonical(file, failure);
        if (failure) return base::fail({failure.message(), file.string(), ""});
        if (std::find(whole.begin(), whole.end(), path) == whole.end())
            whole.push_back(std::move(path));
    }
    Staged staged;
    staged.output = output;
    staged.folder = common_folder(whole);
    for (const fs::path& path : whole)
        staged.sources.push_back(path.lexically_relative(staged.folder));
    staged.files = staged.sources;
    for (std::string& header : headers_beside(staged.sources, staged.folder))
        staged.files.push_back(std::move(header));
    return staged;
}

ProgramBuilder::ProgramBuilder(const Plan& plan, const Staged& staged, const Arguments& flags,
                               process::CommandRunner& runner)
    : plan_(plan), staged_(staged), tools_(staged, runner) {
    for (std::size_t i = 0; i < flags.size(); ++i) {
        Arguments& whose = is_for_linker(flags[i]) ? linker_flags_ : compiler_flags_;
        whose.push_back(flags[i]);
        if (takes_the_next(flags[i]) && i + 1 < flags.size()) whose.push_back(flags[++i]);
    }
}

Built<fs::path> ProgramBuilder::compile(model::Mode mode) {
    const fs::path joined = staged_.output / fmt::format("joined.{}.o", name(mode));
    std::vector<process::Command> commands;
    Arguments join = {plan_.ld, "-r", "--force-group-allocation", "-o", joined.string()};
    for (const std::string& source : staged_.sources) {
        commands.push_back(compile_command(mode, source));
        join.push_back(object_of(mode, source).string());
    }
    if (const auto compiled = tools_.run(commands); !compiled)
        return tl::unexpected(compiled.error());
    if (const auto done = tools_.run(std::move(join)); !done) return tl::unexpected(done.error());
    const auto has_main = defines(joined, "main");
    if (!has_main) return tl::unexpected<Failure>(has_main.error());
    if (!*has_main) return tl::unexpected<Failure>(no_main(staged_.sources.front()));
    if (const auto sealed = tools_.seal(plan_, joined, shown); !sealed)
        return tl::unexpected(sealed.error());
    return joined;
}

Built<fs::path> ProgramBuilder::link(model::Flavour flavour, const fs::path& joined) {
    const FlavourPlan& flavour_plan = plan_.flavours.at(flavour);
    const fs::path program = staged_.output / std::string(name(flavour));
    const Arguments argv =
        Arguments{plan_.compiler.path} + flavour_plan.link + flavour_plan.program +
        Arguments{joined.string(), "-o", program.string()} + linker_flags_ + flavour_plan.libraries;
    if (const auto linked = tools_.link(argv); !linked) return tl::unexpected(linked.error());
    return program;
}

// Old C defines a variable in each file that uses it, and common storage makes them one. In one
// file nobody needs that, and there a variable `send` would become the function of that name.
Arguments ProgramBuilder::language_of(const std::string& source) const {
    if (!is_c(source)) return plan_.languages.cxx;
    const auto c_files = std::ranges::count_if(staged_.sources, is_c);
    return plan_.languages.c + Arguments{c_files > 1 ? "-fcommon" : "-fno-common"};
}

process::Command ProgramBuilder::compile_command(model::Mode mode,
                                                 const std::string& source) const {
    return tools_.command(Arguments{plan_.compiler.path} + plan_.modes.at(mode).program +
                          language_of(source) + compiler_flags_ +
                          Arguments{fmt::format("-ffile-prefix-map={}=.", staged_.folder.string()),
                                    "-c", is_option(source) ? "./" + source : source, "-o",
                                    object_of(mode, source).string()});
}

fs::path ProgramBuilder::object_of(model::Mode mode, const std::string& source) const {
    const auto& all = staged_.sources;
    const auto index = std::find(all.begin(), all.end(), source) - all.begin();
    return staged_.output / fmt::format("{}.{}.o", index, name(mode));
}

}  // namespace heddle::build
