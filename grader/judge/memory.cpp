#include "judge/memory.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "judge/words.hpp"

namespace heddle::judge {
namespace {

using scheduler::Ending;

std::string_view kind_of(const Failed& failed) {
    return failed.observation.summary.report.kind.data();
}

// AddressSanitizer knows more of memory than the others do.
const Failed* memory_error(const View& view) {
    for (const Failed& failed : view.evidence.failures) {
        const bool is_asan = failed.observation.flavour == model::Flavour::asan;
        if (is_asan && failed.failure.ending == Ending::memory_error) return &failed;
    }
    return view.ended(Ending::memory_error);
}

// The memory error, if its kind contains the words.
const Failed* memory_error(const View& view, std::string_view words) {
    const Failed* const failed = memory_error(view);
    const bool is_meant =
        failed != nullptr && kind_of(*failed).find(words) != kind_of(*failed).npos;
    return is_meant ? failed : nullptr;
}

std::string who(const Failed& failed) {
    return thread_name(failed.observation, failed.observation.summary.ending_thread);
}

// Where the failing thread was created; nothing where the student's code didn't.
std::optional<explore::Place> origin_of(const explore::Observation& observation) {
    const auto* const creation = creation_of(observation, observation.summary.ending_thread);
    return creation == nullptr ? std::nullopt : creation->place;
}

std::optional<Match> match_of(const Failed* failed, std::string_view what) {
    if (failed == nullptr) return std::nullopt;
    const auto& where = failed->observation.where;
    const auto origin = origin_of(failed->observation);
    if (!where && origin) {
        return Match{failed,
                     fmt::format("{}, created at {}, {}.", who(*failed),
                                 location(failed->observation, origin), what),
                     origin};
    }
    return Match{
        failed,
        fmt::format("{} {} ({}).", who(*failed), what, location(failed->observation, where)),
        where};
}

// What UBSan calls its kinds, in plain words.
struct Translation {
    std::string_view kind;
    std::string_view words;
};

constexpr std::array<Translation, 6> translations = {{
    {"missing-return", "a function that promises a value ended without returning one"},
    {"signed-integer-overflow", "a signed number became too large for its type"},
    {"integer-divide-by-zero", "a number was divided by zero"},
    {"null-pointer-use", "something was used through a null pointer"},
    {"out-of-bounds-index", "an index lay outside of its array"},
    {"shift-out-of-bounds", "a number was shifted by more bits than it has"},
}};

}  // namespace

std::optional<Match> is_dangling_ref(const View& view) {
    for (const char* kind : {"stack-use-after-return", "stack-use-after-scope"}) {
        const auto found = match_of(memory_error(view, kind),
                                    "uses a local variable of a call or block that has ended");
        if (found) return found;
    }
    return std::nullopt;
}

std::optional<Match> is_use_after_free(const View& view) {
    return match_of(memory_error(view, "use-after-free"), "uses memory that has been freed");
}

std::optional<Match> is_stack_overflow(const View& view) {
    const Failed* failed = view.ended(Ending::crashed);
    if (failed == nullptr) failed = memory_error(view);
    if (failed == nullptr || kind_of(*failed) != scheduler::stack_overflow) return std::nullopt;
    return match_of(failed, "uses up its stack");
}

std::optional<Match> is_overflow(const View& view) {
    return match_of(memory_error(view, "overflow"),
                    "reads or writes beyond the end of an array or object");
}

std::optional<Match> is_leak(const View& view) {
    const Failed* const failed = memory_error(view, "leak");
    if (failed == nullptr) return std::nullopt;
    const auto& where = failed->observation.where;
    return Match{failed,
                 fmt::format("What was allocated at {} was never given back.",
                             location(failed->observation, where)),
                 where};
}

std::optional<Match> is_memory_error(const View& view) {
    const Failed* const failed = memory_error(view);
    if (failed == nullptr) return std::nullopt;
    return match_of(failed, fmt::format("misuses memory: {}", kind_of(*failed)));
}

std::optional<Match> is_destroyed_locked(const View& view) {
    const Failed* const failed = view.ended(Ending::undefined_behaviour);
    if (failed == nullptr) return std::nullopt;
    if (kind_of(*failed) == "mutex-destroy-locked") {
        return match_of(failed, "destroys a mutex that is still locked");
    }
    // A real second lock would have waited for ever before ThreadSanitizer saw it.
    if (kind_of(*failed) != "mutex-double-lock") return std::nullopt;
    return match_of(failed, "locks a mutex in whose memory an earlier one was left locked");
}

std::optional<Match> is_undefined(const View& view) {
    const Failed* const failed = view.ended(Ending::undefined_behaviour);
    if (failed == nullptr) return std::nullopt;
    std::string words = failed->observation.summary.message.data();
    for (const Translation& translation : translations) {
        if (kind_of(*failed) == translation.kind) words = translation.words;
    }
    if (words.empty()) words = kind_of(*failed);
    return Match{failed,
                 fmt::format("Undefined behaviour at {}: {}.",
                             location(failed->observation, failed->observation.where), words),
                 failed->observation.where};
}

}  // namespace heddle::judge
