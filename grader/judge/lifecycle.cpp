#include "judge/lifecycle.hpp"

#include <fmt/format.h>

#include "judge/words.hpp"

namespace heddle::judge {
namespace {

using explore::Observation;
using scheduler::Ending;

std::string message_of(const Failed& failed) {
    return failed.observation.summary.message.data();
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
    return Match{failed,
                 fmt::format("{} ended the whole program: {}.",
                             thread_name(seen, seen.summary.ending_thread),
                             text.empty() ? "std::terminate was called" : text),
                 seen.where};
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

std::optional<Match> is_exit(const View& view) {
    const Failed* const failed = view.ended(Ending::exited);
    if (failed == nullptr) return std::nullopt;
    const Observation& seen = failed->observation;
    return Match{failed,
                 fmt::format("{}: {}, and with it the whole program ended.",
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
    return Match{
        failed,
        is_quiet ? fmt::format("{} computes without end, and lets nobody else run.", name)
                 : fmt::format("No end after {} steps; {} was running.", seen.summary.events, name),
        seen.where};
}

std::optional<Match> is_wrong_result(const View& view) {
    const Failed* const failed = view.assertion();
    if (failed == nullptr || !failed->observation.evidence.empty()) return std::nullopt;
    return Match{failed, expectation(failed->observation.summary), failed->observation.where};
}

}  // namespace heddle::judge
