// What the exercises' programs are made of besides threads: time that costs nothing to wait for,
// and places to put results. Under `./heddle check` time is virtual: an hour of sleep passes at
// once, and always to the same tick. Elsewhere, in an IDE say, it is real.
#pragma once

#include <chrono>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace heddle {

using Ticks = std::chrono::milliseconds;
using Job = std::function<int()>;
using Outcome = std::variant<int, std::exception_ptr>;

/// How many bytes of memory move between cores at once, on the simulated machine. What two threads
/// write all the time should lie so far apart.
inline constexpr std::size_t line_bytes = 64;

/// Computes for `duration`: the calling thread keeps one processor busy.
void work(Ticks duration);

/// Waits for a device for `duration`; the processor is free meanwhile.
void io(Ticks duration);

/// Does nothing for `duration`. Others may run meanwhile, and nothing says that they have.
void sleep(Ticks duration);

/// Stands where the student's code will be: ends the check as "unfinished", naming `what`.
[[noreturn]] void todo(std::string_view what);

/// One value in a Sink: who put it there, and when.
struct Record {
    int value;
    std::string thread;  // the name of the thread that put it
    int thread_id;       // and its ident()
    Ticks at;            // since the test case began
};

/// Where numbers go in place of the screen. Any number of threads may put at the same time.
class Sink {
  public:
    Sink() = default;
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;

    void put(int value);

    /// Everything put so far, in that order.
    std::vector<Record> records() const;

  private:
    mutable std::mutex mutex_;
    std::vector<Record> records_;  // guarded by mutex_
};

/// Lines of text in the order written. It has no lock: one thread at a time may use it, and whoever
/// shares it between threads sees to that.
class Journal {
  public:
    Journal() = default;
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    void append(std::string_view line);
    const std::vector<std::string>& lines() const { return lines_; }

  private:
    std::vector<std::string> lines_;
};

/// Time since the test case began, or since the program's first question where time is real.
Ticks now();

}  // namespace heddle
