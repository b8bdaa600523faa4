#include "judge/lifecycle.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <string.h>

#include "judge/source_text.hpp"
#include "judge/words.hpp"

namespace heddle::judge {
namespace {

using explore::Observation;
using scheduler::Ending;

std::string message_of(const Failed& failed) {
    return failed.observation.summary.message.data();
}

const Failed* crashed_by(const View& view, int signal) {
    const Failed* const failed = view.ended(Ending::crashed);
    const bool is_meant = failed != nullptr && failed->observation.summary.report.signal == signal;
    return is_meant ? failed : nullptr;
}

bool is_found_by_c_library(const Failed& failed) {
    return std::string_view(failed.observation.summary.report.kind.data()) ==
           scheduler::found_by_c_library;
}

// What a thread's own instruction does, and nobody sends.
bool is_fault(int signal) {
    return signal == 0 || signal == SIGSEGV || signal == SIGBUS || signal == SIGFPE ||
           signal == SIGILL || signal == SIGABRT;
}

}  // namespace

std::optional<Reported> reported(const View& view) {
    for (const Failed& failed : view.evidence.failures) {
        if (failed.observation.evidence.empty()) continue;
        const auto& first = failed.observation.evidence.front();
        return Reported{{&failed, first.message, first.place}, first.id};
    }
    return std::nullopt;
}

std::optional<Match> is_started_in_constructor(const View& view) {
    const auto named = reported(view);
    if (!named || named->id != "start-twice") return std::nullopt;
    for (const auto& step : named->match.failed->observation.steps) {
        if (step.raw.operation != scheduler::Operation::thread_started || !step.place) continue;
        const auto function = function_around(view.sources, step.place->line);
        if (!function || !is_constructor(*function)) continue;
        return Match{named->match.failed,
                     fmt::format("The constructor starts the thread itself, at {}. {}.",
                                 location(named->match.failed->observation, step.place),
                                 named->match.message),
                     step.place};
    }
    return std::nullopt;
}

std::optional<Match> is_never_two_at_once(const View& view) {
    const auto named = reported(view);
    if (!named || named->id != "no-overlap") return std::nullopt;
    const scheduler::Summary& seen = named->match.failed->observation.summary;
    if (seen.threads_started < 2 || seen.peak_alive > 1) return std::nullopt;
    return Match{named->match.failed,
                 fmt::format("{} threads were started, and never two were there at once.",
                             seen.threads_started),
                 named->match.where};
}

std::optional<Match> is_unfinished(const View& view) {
    const Failed* const failed = view.ended(Ending::unfinished);
    if (failed == nullptr) return std::nullopt;
    return Match{failed, fmt::format("Still to be written: {}", message_of(*failed)),
                 failed->observation.where};
}

std::optional<Match> is_uncaught(const View& view) {
    const Failed* const failed = view.ended(Ending::terminated);
    if (failed == nullptr) return std::nullopt;
    const Observation& seen = failed->observation;
    const std::string text = message_of(*failed);
    if (text.empty()) return std::nullopt;
    return Match{failed,
                 fmt::format("{} ended the whole program: {}.",
                             thread_name(seen, seen.summary.ending_thread), text),
                 seen.where};
}

std::optional<Match> is_terminate_called(const View& view) {
    const Failed* const failed = view.ended(Ending::terminated);
    if (failed == nullptr) return std::nullopt;
    const Observation& seen = failed->observation;
    return Match{failed,
                 fmt::format("{} called std::terminate: the whole program ends there.",
                             thread_name(seen, seen.summary.ending_thread)),
                 seen.where};
}

std::optional<Match> is_given_up(const View& view) {
    const Failed* const failed = crashed_by(view, SIGABRT);
    if (failed == nullptr || is_found_by_c_library(*failed)) return std::nullopt;
    const Observation& seen = failed->observation;
    return Match{failed,
                 fmt::format("{} gave up, and the whole program ended: {}.",
                             thread_name(seen, seen.summary.ending_thread), message_of(*failed)),
                 seen.where};
}

std::optional<Match> is_damage_found(const View& view) {
    const Failed* const failed = crashed_by(view, SIGABRT);
    if (failed == nullptr || !is_found_by_c_library(*failed)) return std::nullopt;
    const Observation& seen = failed->observation;
    return Match{
        failed,
        fmt::format("While {} ran, the C library found memory damaged, or given back twice: "
                    "{}.",
                    thread_name(seen, seen.summary.ending_thread), message_of(*failed)),
        seen.where};
}

std::optional<Match> is_division(const View& view) {
    const Failed* const failed = crashed_by(view, SIGFPE);
    if (failed == nullptr) return std::nullopt;
    const Observation& seen = failed->observation;
    return Match{failed,
                 fmt::format("{} crashed: {}.", thread_name(seen, seen.summary.ending_thread),
                             message_of(*failed)),
                 seen.where};
}

std::optional<Match> is_signalled(const View& view) {
    const Failed* const failed = view.ended(Ending::crashed);
    if (failed == nullptr) return std::nullopt;
    const int signal = failed->observation.summary.report.signal;
    const char* const name = is_fault(signal) ? nullptr : sigabbrev_np(signal);
    if (name == nullptr) return std::nullopt;
    return Match{failed,
                 fmt::format("The signal SIG{} ended the whole program: nobody handled it.", name),
                 failed->observation.where};
}

std::optional<Match> is_crash(const View& view) {
    const Failed* failed = view.ended(Ending::crashed);
    if (failed == nullptr) failed = view.ended(Ending::none);
    if (failed == nullptr) return std::nullopt;
    const Observation& seen = failed->observation;
    const std::string text = message_of(*failed);
    return Match{failed,
                 fmt::format("{} crashed: {}.", thread_name(seen, seen.summary.ending_thread),
                             text.empty() ? "the program vanished without a word" : text),
                 seen.where};
}

std::optional<Match> is_abrupt_exit(const View& view) {
    const Failed* const failed = view.ended(Ending::exited);
    if (failed == nullptr || message_of(*failed).starts_with("exit(")) return std::nullopt;
    const Observation& seen = failed->observation;
    return Match{failed,
                 fmt::format("{}: {}. The process is gone at once: no thread is waited for, and "
                             "nothing is cleared up.",
                             thread_name(seen, seen.summary.ending_thread), message_of(*failed)),
                 seen.where};
}

std::optional<Match> is_exit(const View& view) {
    const Failed* const failed = view.ended(Ending::exited);
    if (failed == nullptr) return std::nullopt;
    const Observation& seen = failed->observation;
    return Match{failed,
                 fmt::format("{}: {}, and with it the whole program ended.",
                             thread_name(seen, seen.summary.ending_thread), message_of(*failed)),
                 seen.where};
}

std::optional<Match> is_unsupported(const View& view) {
    const Failed* const failed = view.ended(Ending::unsupported);
    if (failed == nullptr) return std::nullopt;
    const Observation& seen = failed->observation;
    return Match{failed,
                 fmt::format("{} asked for what no schedule can control: {}.",
                             thread_name(seen, seen.summary.ending_thread), message_of(*failed)),
                 seen.where};
}

std::optional<Match> is_limit(const View& view) {
    const Failed* failed = view.ended(Ending::step_limit);
    const bool is_quiet = failed == nullptr;
    if (is_quiet) failed = view.ended(Ending::cpu_limit);
    if (failed == nullptr) return std::nullopt;
    const Observation& seen = failed->observation;
    const std::string name = thread_name(seen, seen.summary.ending_thread);
    return Match{failed,
                 is_quiet ? fmt::format("{} computes without end, and lets nobody else run.", name)
                          : fmt::format("No end after {}; {} was running.",
                                        bound_reached(seen.summary), name),
                 seen.where};
}

std::optional<Match> is_memory_limit(const View& view) {
    const Failed* const failed = view.ended(Ending::memory_limit);
    if (failed == nullptr) return std::nullopt;
    const Observation& seen = failed->observation;
    return Match{failed,
                 fmt::format("{} ran out of memory: {}.",
                             thread_name(seen, seen.summary.ending_thread), message_of(*failed)),
                 seen.where};
}

std::optional<Match> is_wrong_result(const View& view) {
    const Failed* const failed = view.assertion();
    if (failed == nullptr || !failed->observation.evidence.empty()) return std::nullopt;
    return Match{failed, expectation(failed->observation.summary), failed->observation.where};
}

}  // namespace heddle::judge
