// A test binary at work: its fork server, with one case open at a time. One call
// runs one schedule. Belongs to one thread; the binary dies with it.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "scheduler/record.hpp"

namespace heddle::explore {

// A case as the binary lists it.
struct CaseName {
    std::string name;
    std::string tags;  // "[hidden][points:3]"
};

// The cases of a test binary, in the order in which they are written.
base::Expected<std::vector<CaseName>> list_cases(const std::filesystem::path& binary);

class Program {
  public:
    // Starts the binary's server, pinned to processor `cpu`, and opens the case called `name`.
    // Cases may ask for the prediction, which has the form that scheduler/protocol.hpp says.
    static base::Expected<Program> start(const std::filesystem::path& binary,
                                         const std::string& name, int cpu,
                                         const std::optional<std::string>& prediction = {});
    // Starts the server of somebody's whole program; each schedule runs its main with `arguments`.
    static base::Expected<Program> start_main(const std::filesystem::path& binary,
                                              const std::vector<std::string>& arguments, int cpu);
    ~Program();
    Program(Program&&) noexcept;
    Program& operator=(Program&&) noexcept;

    // Whether it is a test binary, and not somebody's whole program.
    bool runs_cases() const;

    // What every schedule from here on is run on, whatever its command says: the machine belongs to
    // the case, not to the schedule.
    void place_on(const scheduler::Machine& machine);

    // Closes the case that is open, and opens another of the same binary. After an Error, of this
    // or of run(), the server is gone.
    base::Expected<void> open(const std::string& name);

    // Runs one schedule; blocks until it has ended. For a replay `choices` is what to follow. The
    // record stays until the next run. An Error means that the server itself broke or hung: not the
    // student's. A command that names an earlier access asks for its race: the schedule then ends
    // with that, whatever came of it. Where the forked case vanished without its completion record,
    // the ending is `none`, or `crashed` when a signal took it.
    base::Expected<const scheduler::Record*> run(const scheduler::Command& command,
                                                 std::span<const scheduler::Choice> choices = {});

    struct State;  // private to program.cpp

  private:
    static base::Expected<Program> started(const std::filesystem::path& binary,
                                           const std::vector<std::string>& arguments,
                                           const std::optional<std::string>& prediction);
    explicit Program(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace heddle::explore
