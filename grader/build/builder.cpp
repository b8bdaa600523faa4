#include "build/builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/file.hpp"
#include "base/hash.hpp"
#include "build/includes.hpp"
#include "build/symbols.hpp"

namespace heddle::build {
namespace {

namespace fs = std::filesystem;
using process::Command;

tl::unexpected<Failure> failed(Failure failure) {
    return tl::unexpected<Failure>(std::move(failure));
}

}  // namespace

Builder::Builder(const Plan& plan, const Staged& staged, process::CommandRunner& runner,
                 ObjectStore store)
    : plan_(plan), staged_(staged), tools_(staged, runner), store_(std::move(store)) {}

Built<void> Builder::compile_sources(model::Mode mode) {
    std::map<std::string, std::string> changed;  // source to key
    std::vector<Command> commands;
    for (const std::string& source : staged_.sources) {
        const std::string key = key_of(mode, source);
        if (store_.fetch(key, object_of(mode, source))) continue;
        changed.emplace(source, key);
        commands.push_back(compile_command(mode, source));
    }
    if (const auto compiled = tools_.run(commands); !compiled) return compiled;
    for (const auto& [source, key] : changed)
        store_.keep(key, object_of(mode, source));
    return {};
}

// Everything the compiler reads: the source, what it may include, the flags and the toolchain. A
// source that another one includes is the rule's exception, so then all of them count.
std::string Builder::key_of(model::Mode mode, const std::string& source) const {
    std::map<std::string, std::string> files;  // name to content
    for (const auto& entry : fs::directory_iterator(staged_.folder))
        files[entry.path().filename()] = base::read_file(entry.path()).value_or("");
    const bool only_headers = std::all_of(files.begin(), files.end(), [](const auto& file) {
        return includes_only_headers(file.second);
    });

    base::Hasher hasher;
    hasher.add(store_.toolchain()).add(source);
    for (const auto& [name, content] : files) {
        const bool is_read = !only_headers || !name.ends_with(".cpp") || name == source;
        if (is_read) hasher.add(name).add(content);
    }
    const ModePlan& mode_plan = plan_.modes.at(mode);
    for (const std::string& flag : mode_plan.compile + mode_plan.pch)
        hasher.add(flag);
    return hasher.hex();
}

Built<fs::path> Builder::compile(model::Mode mode) {
    if (const auto compiled = compile_sources(mode); !compiled) return failed(compiled.error());
    if (const auto checked = refuse_main(mode); !checked) return failed(checked.error());
    return join(mode);
}

Built<fs::path> Builder::link(model::Flavour flavour, const fs::path& joined) {
    const FlavourPlan& flavour_plan = plan_.flavours.at(flavour);
    const auto tests = plan_.tests_of(staged_.exercise, mode_of(flavour));
    if (!tests) return failed(tests.error());

    const fs::path program = staged_.output / std::string(name(flavour));
    const Arguments argv =
        Arguments{plan_.compiler.path} + flavour_plan.link + flavour_plan.trusted + *tests +
        Arguments{joined.string(), "-o", program.string()} + flavour_plan.libraries;
    if (const auto linked = tools_.link(argv); !linked) return failed(linked.error());
    return program;
}

Command Builder::compile_command(model::Mode mode, const std::string& source) const {
    const ModePlan& mode_plan = plan_.modes.at(mode);
    // Debug information says "." for the folder, so that the same code gives the same object.
    return tools_.command(Arguments{plan_.compiler.path} + mode_plan.compile + mode_plan.pch +
                          Arguments{fmt::format("-ffile-prefix-map={}=.", staged_.folder.string()),
                                    "-c", source, "-o", object_of(mode, source).string()});
}

fs::path Builder::object_of(model::Mode mode, const std::string& source) const {
    return staged_.output / fmt::format("{}.{}.o", source, name(mode));
}

// Joining would hide a student's main without a word, and so it would never run.
Built<void> Builder::refuse_main(model::Mode mode) const {
    for (const std::string& source : staged_.sources) {
        const auto defines_main = defines(object_of(mode, source), "main");
        if (!defines_main) return failed(defines_main.error());
        if (*defines_main)
            return failed(BuildError{{source, 0, 0, "main is defined here"},
                                     {},
                                     "The tests bring a main of their own. Remove yours; to try "
                                     "something out, put it in a file beside the exercise's."});
    }
    return {};
}

Built<fs::path> Builder::join(model::Mode mode) {
    const fs::path joined = staged_.output / fmt::format("joined.{}.o", name(mode));
    Arguments join = {plan_.ld, "-r", "--force-group-allocation", "-o", joined.string()};
    for (const std::string& source : staged_.sources)
        join.push_back(object_of(mode, source).string());
    if (const auto done = tools_.run(std::move(join)); !done) return failed(done.error());

    if (const auto sealed = tools_.seal(plan_, joined, {"*heddle4port*"}); !sealed)
        return failed(sealed.error());
    return joined;
}

}  // namespace heddle::build
