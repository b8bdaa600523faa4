#include "judge/words.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace heddle::judge {
namespace {

using explore::Observation;
using explore::ObservedStep;

struct Comparison {
    std::string_view sign;
    std::string_view words;
};

constexpr std::array<Comparison, 6> comparisons = {{
    {" == ", "expected "},
    {" != ", "expected anything but "},
    {" <= ", "expected at most "},
    {" >= ", "expected at least "},
    {" < ", "expected less than "},
    {" > ", "expected more than "},
}};

struct Sides {
    std::string left;
    std::string right;
};

// Splits at the only occurrence of the sign; nothing when there are several or none.
std::optional<Sides> split_at(const std::string& text, std::string_view sign) {
    const std::size_t at = text.find(sign);
    if (at == std::string::npos || text.find(sign, at + 1) != std::string::npos) {
        return std::nullopt;
    }
    return Sides{text.substr(0, at), text.substr(at + sign.size())};
}

std::optional<std::string> compared(const std::string& expression, const std::string& expansion) {
    for (const auto& [sign, words] : comparisons) {
        const auto written = split_at(expression, sign);
        const auto found = split_at(expansion, sign);
        if (!written || !found) continue;
        return fmt::format("{} is {}, {}{}", written->left, found->left, words, found->right);
    }
    return std::nullopt;
}

std::string verb(const scheduler::Step& step) {
    using scheduler::Operation;
    switch (step.operation) {
        case Operation::read: return "reads";
        case Operation::write: return "writes";
        case Operation::load: return "loads";
        case Operation::store: return "stores";
        default: return "updates";
    }
}

// The name of a lock that some step took, since an access only knows its number.
std::string name_of_lock(const Observation& observation, scheduler::ObjectId lock) {
    for (const ObservedStep& step : observation.steps) {
        if (step.raw.object == lock && !step.object.empty()) return step.object;
    }
    return "a lock";
}

}  // namespace

std::string thread_name(const Observation& observation, scheduler::ThreadId thread) {
    return thread < observation.threads.size() ? observation.threads[thread] : "a thread";
}

std::string location(const Observation& observation, const std::optional<explore::Place>& place) {
    if (!place) return observation.outside;
    return fmt::format("{}:{}", place->line.file, place->line.line);
}

std::string name_or(const std::string& object, const std::string& otherwise) {
    return object.empty() ? otherwise : object;
}

std::string deed(const Observation& observation, const ObservedStep& step,
                 const std::string& object) {
    return fmt::format("{} {} {} ({})", thread_name(observation, step.raw.thread), verb(step.raw),
                       object, location(observation, step.place));
}

std::string locks_held(const Observation& observation, const ObservedStep& step) {
    if (step.raw.held_count == 0) return "holding no lock";
    std::string text = "holding ";
    for (std::size_t i = 0; i < step.raw.held_count; ++i) {
        text += (i == 0 ? "" : " and ") + name_of_lock(observation, step.raw.held[i]);
    }
    return text;
}

std::string expectation(const scheduler::Summary& summary) {
    const std::string expression = summary.expression.data();
    const std::string text = summary.message.data();
    const std::size_t end = text.find('\n');
    const std::string expansion = text.substr(0, end);
    const std::string said = end == std::string::npos ? "" : text.substr(end + 1);
    if (expression.starts_with("{Unknown expression")) {
        return "an exception came out of the call: " + (said.empty() ? expansion : said);
    }
    if (expression.empty()) return text.empty() ? "what the test expects doesn't hold" : text;
    if (const auto sentence = compared(expression, expansion)) return *sentence;
    return fmt::format("{} is {}", expression, expansion);
}

std::string bound_reached(const scheduler::Summary& summary) {
    const scheduler::Command& command = summary.command;
    if (summary.events > command.max_events)
        return fmt::format("{} steps and memory accesses", fmt::group_digits(command.max_events));
    return fmt::format("{} steps", fmt::group_digits(command.max_steps));
}

}  // namespace heddle::judge
