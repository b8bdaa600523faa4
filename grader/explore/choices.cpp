#include "explore/choices.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "explore/portfolio.hpp"

namespace heddle::explore {
namespace {

using scheduler::Choice;
using scheduler::LongLoops;
using scheduler::Timers;

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + 1);
    }
}

template <class Number>
std::optional<Number> number_in(std::string_view digits, int base) {
    Number number{};
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
    const bool is_whole = error == std::errc() && end == digits.data() + digits.size();
    return is_whole ? std::optional(number) : std::nullopt;
}

std::optional<model::Flavour> flavour_in(std::string_view word) {
    for (const auto flavour : {model::Flavour::hunt, model::Flavour::tsan, model::Flavour::asan}) {
        if (model::name(flavour) == word) return flavour;
    }
    return std::nullopt;
}

bool are_equal(const Choice& a, const Choice& b) {
    return a.thread == b.thread && a.fingerprint == b.fingerprint;
}

// Appends what one "1a03*4" means; false when it means nothing.
bool append_run(std::string_view part, std::vector<Choice>& to) {
    const std::size_t star = part.find('*');
    const auto count = star == std::string_view::npos
                           ? std::optional<std::size_t>(1)
                           : number_in<std::size_t>(part.substr(star + 1), 10);
    part = part.substr(0, star);
    if (part.size() < 5 || !count || *count > scheduler::max_choices - to.size()) return false;
    const auto thread = number_in<std::uint16_t>(part.substr(0, part.size() - 4), 16);
    const auto fingerprint = number_in<std::uint16_t>(part.substr(part.size() - 4), 16);
    if (!thread || !fingerprint) return false;
    to.insert(to.end(), *count, Choice{*thread, *fingerprint});
    return true;
}

std::string settings_of(const scheduler::Command& command) {
    const char timers = command.timers == Timers::early ? 'e' : 'q';
    const char* const loops = command.long_loops == LongLoops::make_way ? "w" : "";
    const std::string settings = fmt::format("{}{}{}", timers, loops, command.memory_period);
    if (command.earlier_access == 0) return settings;
    return fmt::format("{}r{}", settings, command.earlier_access);
}

// False where they aren't of the form that settings_of() gives.
bool read_settings(std::string_view text, scheduler::Command& command) {
    if (text.empty() || (text[0] != 'e' && text[0] != 'q')) return false;
    command.timers = text[0] == 'e' ? Timers::early : Timers::at_quiescence;
    text.remove_prefix(1);
    command.long_loops = text.starts_with('w') ? LongLoops::make_way : LongLoops::go_on;
    if (text.starts_with('w')) text.remove_prefix(1);
    const std::size_t race = text.find('r');
    const auto period = number_in<std::uint32_t>(text.substr(0, race), 10);
    if (!period) return false;
    command.memory_period = *period;
    if (race == std::string_view::npos) return true;
    const auto access = number_in<std::uint32_t>(text.substr(race + 1), 10);
    command.earlier_access = access.value_or(0);
    return command.earlier_access != 0;
}

scheduler::Leaks leaks_of_replay(model::Flavour flavour) {
    return flavour == model::Flavour::asan ? scheduler::Leaks::looked_for
                                           : scheduler::Leaks::ignored;
}

}  // namespace

Replayable replayable(model::Flavour flavour, const scheduler::Record& record) {
    Replayable schedule{flavour, record.command, {}};
    schedule.command.strategy = scheduler::StrategyKind::replay;
    schedule.command.recording = scheduler::Recording::nothing;
    schedule.command.leaks = leaks_of_replay(flavour);
    schedule.choices.assign(record.choices.begin(), record.choices.begin() + record.choice_count);
    return schedule;
}

std::string to_text(const Replayable& schedule) {
    const scheduler::Command& command = schedule.command;
    std::string text = fmt::format("{}:{}:{:x}:", model::name(schedule.flavour),
                                   settings_of(command), command.seed);
    const auto& choices = schedule.choices;
    for (std::size_t i = 0; i < choices.size();) {
        std::size_t end = i + 1;
        while (end < choices.size() && are_equal(choices[i], choices[end]))
            ++end;
        text += fmt::format("{}{:x}{:04x}", i == 0 ? "" : "-", choices[i].thread,
                            choices[i].fingerprint);
        if (end - i > 1) text += fmt::format("*{}", end - i);
        i = end;
    }
    return text;
}

std::optional<Replayable> replayable_from(std::string_view text) {
    const auto parts = split(text, ':');
    if (parts.size() != 4) return std::nullopt;
    const auto flavour = flavour_in(parts[0]);
    const auto seed = number_in<std::uint64_t>(parts[2], 16);
    Replayable schedule;
    if (!flavour || !seed || !read_settings(parts[1], schedule.command)) return std::nullopt;

    schedule.flavour = *flavour;
    schedule.command.strategy = scheduler::StrategyKind::replay;
    schedule.command.seed = *seed;
    schedule.command.races = races_in(*flavour);
    schedule.command.leaks = leaks_of_replay(*flavour);
    if (parts[3].empty()) return schedule;
    for (const std::string_view part : split(parts[3], '-')) {
        if (!append_run(part, schedule.choices)) return std::nullopt;
    }
    return schedule;
}

}  // namespace heddle::explore
