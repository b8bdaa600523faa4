// What all checks of exercise 07 share: the service is run to its end, as a program.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "heddle/program.hpp"
#include "heddle/test.hpp"
#include "port.hpp"

namespace service_test {

namespace test = heddle::test;
using heddle::Ticks;

/// Never destroyed before the process is gone: a daemon that ought not to be one may write into it.
inline heddle::Journal journal;

/// What the program has left behind.
struct Service {
    int exit_code = 0;
    double seconds = 0;  // until its end
    int beats = 0;
    std::vector<std::string> records;  // in the journal
};

inline std::vector<std::string> records_up_to(int count) {
    std::vector<std::string> records;
    for (int number = 1; number <= count; ++number)
        records.push_back("record " + std::to_string(number));
    return records;
}

/// The main thread did some of the work. If a Thread was made for it, that one's run() was called.
inline void report_work_on_main(const std::string& whose) {
    const auto threads = heddle::detail::thread_counts();
    if (threads.constructed > threads.started) {
        test::evidence("run-not-start", "the main thread did " + whose +
                                            " work: run() alone is an "
                                            "ordinary function call");
    }
    test::evidence("work-on-main", "service_main did " + whose + " work itself");
}

/// Threads that aren't heddle::Threads: the end of main() knows nothing of them.
inline int foreign_threads() {
    const test::Census threads = test::census();
    return threads.available ? threads.started - heddle::detail::thread_counts().started : 0;
}

/// Lets those who were abandoned go on for a while, and returns the daemons among them by ident().
/// None where there are foreign threads, whose objects may go while one looks at them.
inline std::map<int, std::string> daemons_still_at_work() {
    std::map<int, std::string> daemons;
    for (int s = 0; s < 100 && !heddle::port::log().is_all_taken; ++s) {
        const auto threads =
            foreign_threads() > 0 ? std::vector<heddle::Thread*>() : heddle::enumerate();
        for (const heddle::Thread* thread : threads) {
            if (thread->daemon()) daemons[thread->ident()] = thread->name();
        }
        heddle::sleep(Ticks(1000));
    }
    return daemons;
}

inline void expect_started() {
    const auto threads = heddle::detail::thread_counts();
    if (threads.constructed == threads.started) return;
    test::evidence("never-started", "a Thread was made, and nobody called start() on it");
}

/// The program ended before all records were taken. Who would have taken the rest?
inline void name_lost_records(int taken, int records) {
    const std::string message = "the program ended when " + std::to_string(taken) + " of " +
                                std::to_string(records) + " records had been taken: ";
    const auto daemons = daemons_still_at_work();
    const auto log = heddle::port::log();
    const auto writer = daemons.find(log.writer);
    if (writer != daemons.end()) {
        test::evidence("daemon-lost", message + writer->second + " is a daemon");
    }
    if (log.records_taken > taken && foreign_threads() > 0) {
        test::evidence("detached", message + "nobody waits for a detached std::thread");
    }
    expect_started();
}

/// Threads that are neither waited for nor known to be daemons get time to end in.
inline void expect_nobody_detached() {
    if (foreign_threads() == 0) return;
    for (int s = 0; test::census().alive > 0 && s < 100; ++s)
        heddle::sleep(Ticks(1000));
    if (test::census().alive == 0) return;
    test::evidence("detached",
                   "the program has ended, and a std::thread is still at work: no end of a program "
                   "waits for it, and no list of daemons has it");
}

/// All records were taken, by one thread. As many lines should be in the journal.
inline void expect_as_many_lines(std::size_t lines, std::size_t records) {
    const std::string message = "records taken: " + std::to_string(records) +
                                ", lines in the journal: " + std::to_string(lines);
    if (lines == records + 1) test::evidence("off-by-one", message);
    if (lines < records) test::evidence("not-written", message);
}

/// Runs the service with so many records to its end, and goes on only if it came to one, with all
/// records taken by a thread that the end of main() waits for.
inline Service run_service(int records) {
    heddle::port::set_records(records);
    const auto end = test::run_program([] { return heddle::port::service_main(journal); });

    const auto log = heddle::port::log();
    if (log.main_has_beaten) report_work_on_main("the heartbeat's");
    if (log.main_was_writer) report_work_on_main("the writer's");
    if (records > 0 && !log.is_all_taken) name_lost_records(log.records_taken, records);
    expect_nobody_detached();
    if (log.is_all_taken && !log.had_several_writers) {
        expect_as_many_lines(journal.lines().size(), static_cast<std::size_t>(records));
    }
    const double seconds = std::chrono::duration<double>(end.at).count();
    return {end.exit_code, seconds, log.beats, journal.lines()};
}

}  // namespace service_test
