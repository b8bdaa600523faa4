#include "build/builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/file.hpp"
#include "base/hash.hpp"
#include "build/deferred_init.hpp"
#include "build/diagnosis.hpp"
#include "build/includes.hpp"
#include "build/symbols.hpp"

namespace heddle::build {
namespace {

namespace fs = std::filesystem;
using process::Command;
using process::Completed;

// A compilation that needs more is endless for a student: seconds of processor time and bytes.
const std::vector<process::Limit> limits = {
    {RLIMIT_CPU, 20}, {RLIMIT_FSIZE, 256U << 20U}, {RLIMIT_CORE, 0}};

// Far beyond what the limit on processor time allows, whatever else the machine does.
const process::Bounds bounds = {.deadline = std::chrono::minutes(3), .output_bytes = 4U << 20U};

tl::unexpected<Failure> failed(Failure failure) {
    return tl::unexpected<Failure>(std::move(failure));
}

Arguments operator+(Arguments left, const Arguments& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

}  // namespace

Builder::Builder(const Plan& plan, const Staged& staged, process::CommandRunner& runner,
                 ObjectStore store)
    : plan_(plan), staged_(staged), runner_(runner), store_(std::move(store)) {}

Built<void> Builder::compile_sources(model::Mode mode) {
    std::map<std::string, std::string> changed;  // source to key
    std::vector<Command> commands;
    for (const std::string& source : staged_.sources) {
        const std::string key = key_of(mode, source);
        if (store_.fetch(key, object_of(mode, source))) continue;
        changed.emplace(source, key);
        commands.push_back(compile_command(mode, source));
    }
    const auto completed = run_all(commands);
    if (!completed) return failed(completed.error());
    for (const Completed& compilation : *completed)
        if (!compilation.status.is_success()) return failed(explain_failure(compilation, staged_));
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
    // gold is quick but knows no line numbers here; bfd is slow and names the student's line.
    if (run_tool(argv)) return program;
    if (const auto linked = run_tool(argv + Arguments{"-fuse-ld=bfd"}); !linked)
        return failed(linked.error());
    return program;
}

Built<std::vector<Completed>> Builder::run_all(const std::vector<Command>& commands) {
    std::vector<process::Ticket> tickets;
    for (const Command& command : commands) {
        const auto ticket = runner_.start(command, bounds);
        if (!ticket) return failed(ticket.error());
        tickets.push_back(*ticket);
    }
    std::vector<Completed> all(commands.size());
    for (std::size_t done = 0; done < commands.size(); ++done) {
        auto completed = runner_.wait();
        if (!completed) return failed(completed.error());
        const auto place = std::find(tickets.begin(), tickets.end(), completed->ticket);
        all[static_cast<std::size_t>(place - tickets.begin())] = *std::move(completed);
    }
    return all;
}

Built<void> Builder::run_tool(Arguments argv) {
    const Command command = {.argv = std::move(argv),
                             .folder = staged_.folder,
                             .environment = process::plain_environment(),
                             .limits = limits};
    const auto completed = run_all({command});
    if (!completed) return failed(completed.error());
    if (!completed->front().status.is_success())
        return failed(explain_failure(completed->front(), staged_));
    return {};
}

Command Builder::compile_command(model::Mode mode, const std::string& source) const {
    const ModePlan& mode_plan = plan_.modes.at(mode);
    // Debug information says "." for the folder, so that the same code gives the same object.
    return {.argv = Arguments{plan_.compiler.path} + mode_plan.compile + mode_plan.pch +
                    Arguments{fmt::format("-ffile-prefix-map={}=.", staged_.folder.string()), "-c",
                              source, "-o", object_of(mode, source).string()},
            .folder = staged_.folder,
            .environment = process::plain_environment(),
            .limits = limits};
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
    if (const auto done = run_tool(std::move(join)); !done) return failed(done.error());

    const auto hidden = run_tool(
        {plan_.objcopy, "--wildcard", "--keep-global-symbol=*heddle4port*",
         fmt::format("--rename-section=.init_array={}", deferred_init_section), joined.string()});
    if (!hidden) return failed(hidden.error());
    if (const auto done = make_init_ordinary(joined); !done) return failed(done.error());
    return joined;
}

}  // namespace heddle::build
