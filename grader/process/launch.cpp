#include "process/launch.hpp"

#include <fcntl.h>
#include <linux/close_range.h>
#include <sched.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace heddle::process {
namespace {

// Above every number that a handover may ask for.
constexpr int first_spare_descriptor = 256;

std::vector<char*> pointers(const std::vector<std::string>& strings) {
    std::vector<char*> result;
    for (const std::string& string : strings)
        result.push_back(const_cast<char*>(string.c_str()));
    result.push_back(nullptr);
    return result;
}

[[noreturn]] void give_up(int failure) {
    const int error_number = errno;
    [[maybe_unused]] const ssize_t written = ::write(failure, &error_number, sizeof error_number);
    ::_exit(127);
}

// The defaults of all come first: what is unblocked must not meet a handler of the grader's, whose
// memory this still is.
void restore_signals() {
    for (int signal = 1; signal < NSIG; ++signal)
        ::signal(signal, SIG_DFL);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

// Two steps, so that no target overwrites a source that is still needed.
bool place_descriptors(std::vector<Handover>& handovers) {
    for (Handover& handover : handovers) {
        handover.ours = ::fcntl(handover.ours, F_DUPFD_CLOEXEC, first_spare_descriptor);
        if (handover.ours < 0) return false;
    }
    ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
    for (const Handover& handover : handovers)
        if (::dup2(handover.ours, handover.theirs) < 0) return false;
    return true;
}

bool apply_limits(const Command& command) {
    for (const Limit& limit : command.limits) {
        // A second of grace, in which SIGXCPU tells this limit apart from being killed.
        const rlim_t grace = limit.resource == RLIMIT_CPU ? 1 : 0;
        const rlimit value = {limit.value, limit.value + grace};
        if (::setrlimit(limit.resource, &value) != 0) return false;
    }
    return true;
}

// Best effort: where the system forbids them, results are the same, only slower to get.
void apply_wishes(const Command& command) {
    if (command.layout == AddressLayout::fixed) ::personality(ADDR_NO_RANDOMIZE);
    if (command.cpu) {
        cpu_set_t set;
        CPU_ZERO(&set);
        CPU_SET(static_cast<std::size_t>(*command.cpu), &set);
        ::sched_setaffinity(0, sizeof set, &set);
    }
}

}  // namespace

Launch::Launch(const Command& to_run)
    : command(to_run),
      argv(pointers(to_run.argv)),
      environment(pointers(to_run.environment)),
      handovers(to_run.handovers) {}

void become(Launch& launch, pid_t parent) {
    launch.failure = ::fcntl(launch.failure, F_DUPFD_CLOEXEC, first_spare_descriptor);
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(127);  // it died before we asked to die with it

    restore_signals();
    const bool is_ready =
        place_descriptors(launch.handovers) && apply_limits(launch.command) &&
        (launch.command.folder.empty() || ::chdir(launch.command.folder.c_str()) == 0);
    if (!is_ready) give_up(launch.failure);
    apply_wishes(launch.command);
    ::execvpe(launch.argv[0], launch.argv.data(), launch.environment.data());
    give_up(launch.failure);
}

}  // namespace heddle::process
