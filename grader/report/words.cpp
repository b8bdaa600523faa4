#include "report/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "report/text.hpp"

namespace heddle::report {
namespace {

bool is_read(std::string_view operation) {
    constexpr std::array<std::string_view, 4> reads = {"load", "read", "get", "clock"};
    return std::find(reads.begin(), reads.end(), operation) != reads.end();
}

std::string padded(std::string text, std::size_t columns) {
    const std::size_t used = width(printable(text, Charset::utf8));
    return text.append(columns > used ? columns - used : 0, ' ');
}

std::string value_text(const model::TraceStep& step) {
    if (!step.value) return "";
    if (step.object.empty()) return *step.value;
    return (is_read(step.operation) ? " → " : " ← ") + *step.value;
}

std::string with_options(std::string command, std::string_view options) {
    if (!options.empty()) command.append(" ").append(options);
    return command;
}

// Of cases about which the same was verified.
struct Verified {
    model::Verification together;
    long long cases = 0;
};

using Claim = std::pair<std::optional<int>, model::Fairness>;

std::map<Claim, Verified> verified_of(const model::ExerciseReport& report) {
    std::map<Claim, Verified> groups;
    for (const model::CaseReport& one : report.cases) {
        if (!one.verification) continue;
        const auto& [schedules, bound, fairness] = *one.verification;
        Verified& group = groups[{bound, fairness}];
        group.together = {group.together.schedules + schedules, bound, fairness};
        ++group.cases;
    }
    return groups;
}

}  // namespace

std::string number_of(std::string_view exercise) {
    return std::string(exercise.substr(0, exercise.find('-')));
}

std::string headline(std::string_view exercise) {
    const std::size_t dash = exercise.find('-');
    if (dash == std::string_view::npos) return std::string(exercise);
    return fmt::format("{} {}", exercise.substr(0, dash), exercise.substr(dash + 1));
}

std::string_view words_for(model::Outcome outcome) {
    constexpr std::array<std::string_view, 15> words = {
        "passed",   "unexpected result", "too slow",   "stricter than asked", "thread leak",
        "livelock", "deadlock",          "data race",  "undefined behaviour", "memory error",
        "crash",    "limit reached",     "unfinished", "not allowed here",    "doesn't compile",
    };
    return words.at(static_cast<std::size_t>(outcome));
}

std::string label(const model::Finding& finding) {
    return finding.diagnosis.empty() ? std::string(words_for(finding.outcome)) : finding.diagnosis;
}

std::string happened(const model::Finding& finding) {
    return finding.message.empty() ? std::string(words_for(finding.outcome)) : finding.message;
}

std::string score(const model::ExerciseReport& report) {
    if (!report.graded) return "not graded";
    if (report.max_score > 0) return fmt::format("{}/{}", report.score, report.max_score);
    return model::is_full(report) ? "done" : "to do";
}

std::string count(long long number, std::string_view noun) {
    std::string digits = fmt::format("{}", number);
    for (std::size_t i = digits.size(); i > 3 && digits[i - 4] != '-'; i -= 3) {
        digits.insert(i - 3, ",");
    }
    return fmt::format("{} {}{}", digits, noun, number == 1 ? "" : "s");
}

std::string all_of(const model::Verification& verification) {
    const bool is_fair = verification.fairness == model::Fairness::assumed;
    const std::string_view noun = is_fair ? "fair schedule" : "schedule";
    std::string text = verification.schedules == 1 ? fmt::format("the only {}", noun)
                                                   : "all " + count(verification.schedules, noun);
    if (const auto bound = verification.preemption_bound)
        text += " with at most " + count(*bound, "preemption");
    return text;
}

std::string passed(const model::CaseReport& one) {
    if (one.verification) return "Verified: " + all_of(*one.verification) + ".";
    return "No failure in " + count(schedules_of(one), "schedule") + " (not a proof).";
}

std::vector<std::string> verified(const model::ExerciseReport& report) {
    const auto number = static_cast<long long>(report.cases.size());
    std::vector<std::string> sentences;
    for (const auto& [claim, group] : verified_of(report)) {
        const std::string where =
            group.cases == number ? ""
                                  : fmt::format(" in {} of {}", group.cases, count(number, "case"));
        sentences.push_back("Verified" + where + ": " + all_of(group.together) + ".");
    }
    return sentences;
}

long long schedules_of(const model::CaseReport& one) {
    return static_cast<long long>(one.schedules.hunt) + one.schedules.tsan + one.schedules.asan;
}

std::string duration(std::chrono::nanoseconds time) {
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
    if (ms < 1000) return fmt::format("{} ms", ms);
    if (ms % 1000 == 0) return fmt::format("{} s", ms / 1000);
    return fmt::format("{}.{} s", ms / 1000, ms % 1000 / 100);
}

std::string moment(std::chrono::nanoseconds since_start) {
    return since_start < std::chrono::milliseconds(1) ? "0 s" : duration(since_start);
}

std::string left_out_text(std::size_t steps) {
    return "… " + count(static_cast<long long>(steps), "step") + " …";
}

std::string location(const model::SourceLine& where) {
    if (where.line == 0) return where.file;
    return fmt::format("{}:{}", where.file, where.line);
}

std::string path_in_repository(const model::ExerciseReport& report,
                               const model::SourceLine& where) {
    return report.folder.empty() ? where.file : report.folder + "/" + where.file;
}

std::string thread_name(const model::Trace& trace, model::ThreadIndex thread) {
    if (thread < trace.threads.size() && !trace.threads[thread].empty())
        return trace.threads[thread];
    return fmt::format("thread {}", thread);
}

std::string step_text(const model::TraceStep& step, std::size_t operation_columns) {
    const bool is_bare = step.object.empty() && !step.value;
    std::string text = is_bare ? step.operation : padded(step.operation, operation_columns) + " ";
    text += step.object + value_text(step);
    if (step.result) text += ", " + *step.result;
    if (step.repeats > 1) text += fmt::format(" ×{}", step.repeats);
    return text;
}

std::string wait_text(const model::Trace& trace, const model::Wait& wait) {
    if (wait.operation == "join") {
        const std::string joined = wait.holder ? thread_name(trace, *wait.holder) : wait.object;
        return wait.holder == wait.thread ? "waits for itself to end"
                                          : fmt::format("waits for {} to end", joined);
    }
    const std::string object = wait.object.empty() ? wait.operation : wait.object;
    if (wait.operation == "wait") return fmt::format("waits to be notified on {}", object);
    if (!wait.holder) return fmt::format("waits for {}", object);
    if (*wait.holder == wait.thread)
        return fmt::format("waits for {}, which it holds itself", object);
    return fmt::format("waits for {}, held by {}", object, thread_name(trace, *wait.holder));
}

std::string who_waits_text(const model::Trace& trace, const model::Wait& wait) {
    return thread_name(trace, wait.thread) + " " + wait_text(trace, wait);
}

std::string_view waits_heading(const model::Trace& trace) {
    return model::circle_size(trace) > 1 ? "Here they wait for each other"
                                         : "Here nothing can go on";
}

std::string found_in(const model::Finding& finding) {
    if (finding.schedule == 0) return "";
    if (finding.flavour == model::Flavour::hunt) {
        return fmt::format("Found in schedule {}.", finding.schedule);
    }
    return fmt::format("Found in schedule {} of {}.", finding.schedule, name(finding.flavour));
}

std::string check_command(std::string_view exercise, std::string_view options) {
    return with_options("./heddle check " + number_of(exercise), options);
}

std::string replay_command(std::string_view exercise, std::string_view case_name,
                           std::string_view options) {
    std::string command = "./heddle replay " + number_of(exercise);
    if (!case_name.empty()) command += " " + base::shell_word(case_name);
    return with_options(std::move(command), options);
}

}  // namespace heddle::report
