// One running child: a passive handle that whoever owns it polls, reads and reaps. The child leads
// a process group of its own, reads from /dev/null, and dies with the thread that started it. A
// Child belongs to one thread.
#pragma once

#include <sys/types.h>

#include "base/error.hpp"
#include "process/command.hpp"
#include "process/descriptor.hpp"

namespace heddle::process {

enum class Ending { exited, signalled, deadline_passed };

struct Status {
    Ending ending = Ending::exited;
    int code = 0;  // the exit code, or the signal's number

    bool is_success() const { return ending == Ending::exited && code == 0; }
};

class Child {
  public:
    // The Error names the program when it can't be started; nothing is left behind then.
    static base::Expected<Child> start(const Command& command);

    // Kills the whole group if it still runs.
    ~Child();
    Child(Child&&) noexcept;
    Child& operator=(Child&&) noexcept;

    pid_t pid() const { return pid_; }

    // Pipes to read from, non-blocking. To be closed by the reader at their end.
    Descriptor& output() { return output_; }
    Descriptor& errors() { return errors_; }

    // Becomes readable when the child has ended.
    int end_descriptor() const { return end_.number(); }

    // Kills the child and everything in its group. reap() still has to be called.
    void kill();

    // Waits for the child's end, kills what it left in its group, and says how it ended.
    Status reap();

  private:
    Child() = default;

    pid_t pid_ = -1;  // -1 once reaped
    Descriptor output_;
    Descriptor errors_;
    Descriptor end_;
};

}  // namespace heddle::process
