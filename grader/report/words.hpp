// The words that all writers share: what things are called, how numbers and steps read, which
// command to type next. Layout and colour are left to the writers. Pure functions.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/report.hpp"

namespace heddle::report {

// The number a person types, "10" of "10-lost-update", and the two words of a headline, "10
// lost-update".
std::string number_of(std::string_view exercise);
std::string headline(std::string_view exercise);

// "deadlock", "data race", "unexpected result": an outcome for a reader.
std::string_view words_for(model::Outcome outcome);

// The diagnosis, or the outcome's words where there is none.
std::string label(const model::Finding& finding);

// What happened: the message, or the outcome's words where there is none. May have several lines.
std::string happened(const model::Finding& finding);

// "5/10"; "done" or "to do" where there are no points; "not graded".
std::string score(const model::ExerciseReport& report);

// "1 schedule", "1,120 schedules".
std::string count(long long number, std::string_view noun);

// "all 214 schedules", "all 214 fair schedules with at most 2 preemptions": what was verified.
std::string all_of(const model::Verification& verification);

// "Verified: all 214 schedules." or "No failure in 330 schedules (not a proof).", of a case or a
// program that passed.
std::string passed(const model::CaseReport& one);

// "Verified in 2 of 3 cases: all 172 schedules.", one for each kind of limit; none where nothing
// was verified.
std::vector<std::string> verified(const model::ExerciseReport& report);

// How many were run of a case.
long long schedules_of(const model::CaseReport& one);

// "5 s", "1.5 s", "250 ms", "0 ms": virtual time as the student wrote it.
std::string duration(std::chrono::nanoseconds time);

// When a step happened, for a margin: "0 s" at the start, however short the way there.
std::string moment(std::chrono::nanoseconds since_start);

// "… 12 steps …", for those a picture leaves out.
std::string left_out_text(std::size_t steps);

// Below a trace of which only the beginning was kept.
inline constexpr std::string_view and_so_on = "… and so on";

// "hit_counter.hpp:9"
std::string location(const model::SourceLine& where);

// The same file as the student's repository knows it, "exercises/10-lost-update/hit_counter.hpp".
std::string path_in_repository(const model::ExerciseReport& report, const model::SourceLine& where);

// "Thread-1"; "thread 7" for an index without a name.
std::string thread_name(const model::Trace& trace, model::ThreadIndex thread);

// "load  hits_ → 0", the operation padded to `operation_columns`.
std::string step_text(const model::TraceStep& step, std::size_t operation_columns = 0);

// "waits for b.mutex, held by Thread-2", without the waiting thread's name.
std::string wait_text(const model::Trace& trace, const model::Wait& wait);

// "Thread-1 waits for b.mutex, held by Thread-2".
std::string who_waits_text(const model::Trace& trace, const model::Wait& wait);

// "Here they wait for each other", or, without a circle, "Here nothing can go on": above a trace's
// waits.
std::string_view waits_heading(const model::Trace& trace);

// "Found in schedule 3 of tsan."; "" where no schedule is told.
std::string found_in(const model::Finding& finding);

// "./heddle check 10", with `options` such as "--submission DIR".
std::string check_command(std::string_view exercise, std::string_view options);

// "./heddle replay 10 "two threads, one hit each"", with the same options.
std::string replay_command(std::string_view exercise, std::string_view case_name,
                           std::string_view options);

}  // namespace heddle::report
