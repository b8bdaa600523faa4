#include "report/profile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "report/machine.hpp"
#include "report/text.hpp"
#include "report/words.hpp"

namespace heddle::report {
namespace {

using model::Profile;
using model::TimeSpent;
using std::chrono::nanoseconds;

struct Part {
    std::string_view name;
    nanoseconds TimeSpent::*time;
    std::size_t columns;
};

constexpr std::size_t name_width = 12;
constexpr std::size_t time_columns = 11;

// All that fit beside each other.
constexpr std::array<Part, 7> parts = {{
    {"compute", &TimeSpent::compute, 8},
    {"core wait", &TimeSpent::core_wait, 11},
    {"io wait", &TimeSpent::io_wait, 9},
    {"sleep", &TimeSpent::sleep, 8},
    {"lock wait", &TimeSpent::lock_wait, 11},
    {"thread wait", &TimeSpent::thread_wait, 13},
    {"polling", &TimeSpent::polling, 8},
}};

constexpr std::size_t most_threads = 20;
constexpr std::size_t most_locks = 5;

// Nobody waits for a core where there are as many as threads.
std::vector<Part> parts_of(const Profile& profile) {
    std::vector<Part> shown(parts.begin(), parts.end());
    if (model::total(profile).core_wait.count() == 0)
        std::erase_if(shown, [](const Part& part) { return part.time == &TimeSpent::core_wait; });
    return shown;
}

// Whole milliseconds: reading a clock costs a little too, and means nothing.
std::string rounded(nanoseconds time) {
    return duration(std::chrono::duration_cast<std::chrono::milliseconds>(time));
}

std::string rounded_or_dash(nanoseconds time) {
    return time < std::chrono::milliseconds(1) ? "-" : rounded(time);
}

void write_name(Page& page, std::string_view name) {
    page.line().add(clip(printable(name, page.charset()), name_width - 1, page.charset()),
                    Style::strong);
    page.last().to(name_width);
}

void add_right(Line& line, std::string_view text, std::size_t columns = time_columns,
               Style style = Style::plain) {
    line.add(fmt::format("{:>{}}", text, columns), style);
}

void write_times(Page& page, const Profile& profile) {
    const TimeSpent all = model::total(profile);
    for (const Part& part : parts_of(profile)) {
        write_name(page, part.name);
        add_right(page.last(), rounded(all.*part.time));
    }
}

std::string begun_text(const model::Begun& begun) {
    return fmt::format("   at the same time, of {} begun; {} while holding a lock", begun.count,
                       begun.locked);
}

void write_counts(Page& page, const Profile& profile) {
    write_name(page, "in flight");
    add_right(page.last(), std::to_string(profile.io.at_once));
    page.last().add(begun_text(profile.io), Style::quiet);
    if (profile.compute.count > 0) {
        write_name(page, "computing");
        add_right(page.last(), std::to_string(profile.compute.at_once));
        page.last().add(begun_text(profile.compute), Style::quiet);
    }
    write_name(page, "threads");
    add_right(page.last(), std::to_string(profile.threads_at_once));
    page.last().add(
        fmt::format("   at the same time, of {} started beside main", profile.threads_started),
        Style::quiet);
}

void write_thread(Page& page, const model::ThreadProfile& thread, std::span<const Part> shown) {
    write_name(page, thread.name);
    for (const Part& part : shown)
        add_right(page.last(), rounded_or_dash(thread.time.*part.time), part.columns);
}

void write_threads(Page& page, const Profile& profile) {
    if (profile.threads.size() < 2) return;
    const std::vector<Part> columns = parts_of(profile);
    page.line();
    page.line().to(name_width);
    for (const Part& part : columns)
        add_right(page.last(), part.name, part.columns, Style::quiet);
    const std::size_t shown = std::min(profile.threads.size(), most_threads);
    for (std::size_t i = 0; i < shown; ++i)
        write_thread(page, profile.threads[i], columns);
    if (shown < profile.threads.size()) {
        page.line(fmt::format("… and {} more", profile.threads.size() - shown), Style::quiet);
    }
}

void write_locks(Page& page, const Profile& profile) {
    if (profile.locks.empty()) return;
    page.line();
    page.line().to(name_width);
    for (const std::string_view heading : {"waited for", "taken"})
        add_right(page.last(), heading, time_columns, Style::quiet);
    const std::size_t shown = std::min(profile.locks.size(), most_locks);
    for (std::size_t i = 0; i < shown; ++i) {
        const model::LockProfile& lock = profile.locks[i];
        write_name(page, lock.name);
        add_right(page.last(), rounded(lock.waited));
        add_right(page.last(), std::to_string(lock.taken));
    }
    if (shown < profile.locks.size()) {
        page.line(fmt::format("… and {} more", profile.locks.size() - shown), Style::quiet);
    }
}

// Whether the schedule ended before the case was over.
bool is_cut_short(model::Outcome outcome) {
    return outcome != model::Outcome::passed && outcome != model::Outcome::wrong_result;
}

}  // namespace

void write_profile(Page& page, const session::ProfiledCase& profiled) {
    const Profile& profile = profiled.profile;
    page.line(headline(profiled.exercise), Style::strong).clip_to(40);
    page.last().add("   profile").right(rounded(profile.makespan) + " in all", Style::strong);
    page.paragraph(profiled.case_name);
    if (is_cut_short(profiled.outcome)) {
        page.paragraph(fmt::format("It ends in: {}. This is what happened until then.",
                                   words_for(profiled.outcome)),
                       0, Style::notice);
    }
    if (profile.is_truncated) page.line("Only the first steps were kept.", Style::notice);
    page.line();
    page.line("All threads together");
    write_times(page, profile);
    write_counts(page, profile);
    write_threads(page, profile);
    write_locks(page, profile);
    write_cores(page, profile);
    write_lines(page, profile.lines);
}

}  // namespace heddle::report
