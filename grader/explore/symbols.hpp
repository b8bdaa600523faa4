// From positions in a test binary to lines of the student's files, by the
// binary's debug information (DWARF), through inlined functions. Not
// thread-safe: one object a thread.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "model/trace.hpp"
#include "scheduler/record.hpp"

namespace heddle::explore {

struct Place {
    model::SourceLine line;
    int column = 0;  // 1-based; 0 where unknown
};

class Symbols {
  public:
    // `files` are the student's, by their names in the staged folder; no other place is ever named.
    static base::Expected<Symbols> open(const std::filesystem::path& binary,
                                        std::vector<std::string> files);
    ~Symbols();
    Symbols(Symbols&&) noexcept;
    Symbols& operator=(Symbols&&) noexcept;

    // The innermost line of the stack that is the student's; nothing when none is. That of a class,
    // which its destructor has when nobody wrote one, counts where no other does.
    std::optional<Place> place_of(const scheduler::Stack& stack);

    // All of the lines on the stack that the student wrote, innermost first.
    std::vector<Place> places_of(const scheduler::Stack& stack);

    // The same from the outside: the first line of the student's on the way in.
    std::optional<Place> outermost_place_of(const scheduler::Stack& stack);

    // The student's line that calls an atomic's own operation; nothing when the innermost code,
    // <atomic> and the runtime left out, isn't the student's but a library's.
    std::optional<Place> atomic_call_of(const scheduler::Stack& stack);

    // True when the stack's innermost code, the runtime left out, is the course's own library: what
    // happens inside Sink::put is nobody's lesson.
    bool is_inside_library(const scheduler::Stack& stack);

    // A variable with static storage: its name without namespaces, its position and its size.
    struct Variable {
        std::string name;
        std::uint64_t begin = 0;
        std::uint64_t size = 0;
    };

    // The one that covers the position; nothing where none does.
    std::optional<Variable> variable_at(std::uint64_t position);

  private:
    struct State;
    explicit Symbols(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace heddle::explore
