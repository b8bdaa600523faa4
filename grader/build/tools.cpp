#include "build/tools.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "build/deferred_init.hpp"
#include "build/diagnosis.hpp"

namespace heddle::build {
namespace {

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

}  // namespace

Arguments operator+(Arguments left, const Arguments& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

Command Tools::command(Arguments argv) const {
    return {.argv = std::move(argv),
            .folder = staged_.folder,
            .environment = process::plain_environment(),
            .limits = limits};
}

Built<std::vector<Completed>> Tools::run_all(const std::vector<Command>& commands) {
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

Built<void> Tools::run(const std::vector<Command>& commands) {
    const auto completed = run_all(commands);
    if (!completed) return failed(completed.error());
    for (const Completed& tool : *completed) {
        if (!tool.status.is_success()) return failed(explain_failure(tool, staged_));
    }
    return {};
}

// gold is quick but knows no line numbers here; bfd is slow and names the student's line.
Built<void> Tools::link(const Arguments& argv) {
    if (run(argv)) return {};
    return run(argv + Arguments{"-fuse-ld=bfd"});
}

Built<void> Tools::seal(const Plan& plan, const std::filesystem::path& joined,
                        const Arguments& shown) {
    Arguments hide = {plan.objcopy, "--wildcard",
                      fmt::format("--rename-section=.init_array={}", deferred_init_section)};
    for (const std::string& pattern : shown)
        hide.push_back("--keep-global-symbol=" + pattern);
    hide.push_back(joined.string());
    const auto hidden = run(std::move(hide));
    if (!hidden) return hidden;
    if (const auto done = make_init_ordinary(joined); !done) return failed(done.error());
    return {};
}

}  // namespace heddle::build
