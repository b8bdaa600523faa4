// Where the lines of memory are: each core holds some, and a line that it lacks must come from
// memory (a fetch) or from another core (a transfer). A line has one owner at most, the core that
// wrote it last; others may hold it too until somebody writes, and then lose it (the single-writer,
// multiple-reader rule: Sorin, Hill & Wood, A Primer on Memory Consistency and Cache Coherence,
// chapter 2). A core that is full gives up the line that it used least recently. It counts and
// charges no time. Pure, no allocation, for one thread.
#pragma once

#include <array>
#include <cstdint>

#include "scheduler/record.hpp"

namespace heddle::scheduler {

enum class Access : std::uint8_t { read, write };

// Where a line had to come from.
enum class Traffic : std::uint8_t { none, fetched, transferred };

class LineModel {
  public:
    // No core holds anything; each has room for `lines_held`, between 1 and max_lines_held.
    void begin(std::uint32_t lines_held);

    // The core, below max_cores, reads or writes within the line of that number. A line is
    // transferred when another core owns it, and for a write also when another core holds it.
    Traffic touch(std::uint32_t core, std::uint64_t line, Access access);

  private:
    struct Held {
        std::uint64_t line : 63 = 0;
        bool is_owned : 1 = false;
    };
    struct Cache {
        std::array<Held, max_lines_held> held = {};  // the most recently used first
        std::uint32_t count = 0;
    };

    bool reaches_front(Cache& cache, std::uint64_t line) const;
    void bring_in(Cache& cache, std::uint64_t line) const;
    bool leave_to_readers(std::uint64_t line);
    bool leave_to(std::uint32_t writer, std::uint64_t line);

    std::uint32_t cores_ = 0;  // those above have never touched anything
    std::uint32_t room_ = max_lines_held;
    std::array<Cache, max_cores> caches_ = {};
};

}  // namespace heddle::scheduler
