// The fork server: one process for a test binary, a fork of it for each case that is opened, and a
// fork of that for each schedule. Starting a sanitizer takes longer than most schedules do. The
// servers know the nonce and tell the grader how each schedule ended; a schedule knows neither the
// nonce nor the way to the grader.
#pragma once

#include <cstdint>
#include <optional>

#include "scheduler/protocol.hpp"

namespace heddle::harness {

using scheduler::Descriptors;

// What a call of serve() returns as.
enum class Role : std::uint8_t {
    schedule,  // a forked child: run the case's body under control, then complete()
    finished,  // the server itself: the grader has no more schedules of this case
};

// What the grader says in the environment, once: where its channels are. Nothing when somebody else
// started the program.
std::optional<Descriptors> given_descriptors();

// Reads the nonce, maps the shared record and stands ready. Called once, first thing in main.
void open_server(const Descriptors& descriptors);

// Forks for each case that the grader opens. Returns in the fork, with the case's name, and with
// null when the grader opens no more. Nothing is left on the heap: each case begins with the same.
const char* next_case();

// Serves schedules until the grader closes the case or goes. Returns in each forked schedule, under
// control, and at last in the server.
Role serve();

// Keeps the server and its cases on one processor.
void pin_to(int cpu);

// What the program prints is not read by anybody, and there is nothing for it to read.
void silence();

// Runs the initialisers of the student's global objects, which the build has set aside: a mistake
// in one costs the case, not the server.
void run_deferred_initialisers();

// Ends the child's schedule: what is still running is let run; then the process is gone.
[[noreturn]] void complete();

// Ends the child's schedule with a failed assertion. `expression` is the source text, `expansion`
// the same with values; either may be empty.
[[noreturn]] void fail(const char* expression, const char* expansion, const char* message);

// Writes one line about a case for the grader's list.
void list_case(const char* name, const char* tags);

}  // namespace heddle::harness
