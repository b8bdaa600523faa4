// Runs several commands at once and hands back each as it ends, with what it printed. The interface
// is the seam at which tests put a runner that starts nothing. A runner belongs to one thread;
// another thread takes a runner of its own.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

#include "base/error.hpp"
#include "process/child.hpp"
#include "process/command.hpp"

namespace heddle::process {

struct Bounds {
    std::chrono::milliseconds deadline{60'000};  // wall time, after which the group is killed
    std::size_t output_bytes = 1U << 20U;        // kept of each stream; the rest is thrown away
};

// Names a started command among those of its runner.
using Ticket = int;

struct Completed {
    Ticket ticket = 0;
    Status status;
    std::string output;  // stdout
    std::string errors;  // stderr
    std::chrono::milliseconds wall{0};
};

class CommandRunner {
  public:
    virtual ~CommandRunner() = default;

    // Starts the command and returns at once.
    virtual base::Expected<Ticket> start(const Command& command, const Bounds& bounds) = 0;

    // Blocks until any started command has ended. There must be one. When the user interrupts,
    // kills all of them and returns an Error.
    virtual base::Expected<Completed> wait() = 0;
};

// Starts real children; kills those still running when it goes.
std::unique_ptr<CommandRunner> make_runner();

// Starts one command and waits for it. No other may be running on this runner.
base::Expected<Completed> run(CommandRunner& runner, const Command& command,
                              const Bounds& bounds = {});

// What an interrupted wait returns.
base::Error interrupted_error();

}  // namespace heddle::process
