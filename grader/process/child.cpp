#include "process/child.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <csignal>

#include "base/assert.hpp"
#include "process/launch.hpp"

namespace heddle::process {
namespace {

base::Expected<Pipe> open_pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return base::fail({"can't open a pipe: " + base::system_message(errno), "",
                           "Close other programs, then try again."});
    return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

base::Error cannot_start(const Command& command, int error_number) {
    const std::string hint = error_number == ENOENT || error_number == EACCES
                                 ? "Run `./heddle doctor` to see what is missing."
                                 : "Close other programs, then try again.";
    return {fmt::format("can't start {}: {}", command.argv[0], base::system_message(error_number)),
            command.folder.string(), hint};
}

// Errno when the child couldn't become the program, else nothing. Blocks until exec.
int launch_failure(Pipe& pipe) {
    pipe.writing.close();
    int error_number = 0;
    ssize_t got = 0;
    do
        got = ::read(pipe.reading.number(), &error_number, sizeof error_number);
    while (got < 0 && errno == EINTR);
    return got == sizeof error_number ? error_number : 0;
}

void make_non_blocking(const Descriptor& descriptor) {
    ::fcntl(descriptor.number(), F_SETFL, O_NONBLOCK);
}

// By system call: glibc 2.36 declares pidfd_open without C linkage.
Descriptor open_end_descriptor(pid_t pid) {
    return Descriptor(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
}

// The child's number, or -1. It shares our memory until it has become the program: copying page tables
// took longer than all else about a start. So no handler of ours may run in it.
pid_t fork_into(Launch& launch) {
    const pid_t parent = ::getpid();
    sigset_t all;
    sigset_t before;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    const pid_t child = ::vfork();
    if (child == 0) become(launch, parent);
    const int error_number = errno;
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    errno = error_number;
    return child;
}

// Waits for the child to end without reaping it, so that its group's number stays taken.
void wait_for_end(pid_t pid) {
    siginfo_t info{};
    while (::waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOWAIT) != 0 &&
           errno == EINTR) {
    }
}

}  // namespace

base::Expected<Child> Child::start(const Command& command) {
    HEDDLE_ASSERT(!command.argv.empty());
    auto output = open_pipe();
    auto errors = open_pipe();
    auto failure = open_pipe();
    const Descriptor nothing(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    for (auto* pipe : {&output, &errors, &failure})
        if (!*pipe) return tl::unexpected(pipe->error());

    Launch launch(command);
    launch.handovers.push_back({nothing.number(), STDIN_FILENO});
    launch.handovers.push_back({output->writing.number(), STDOUT_FILENO});
    launch.handovers.push_back({errors->writing.number(), STDERR_FILENO});
    launch.failure = failure->writing.number();

    Child child;
    child.pid_ = fork_into(launch);
    if (child.pid_ < 0) return base::fail(cannot_start(command, errno));

    if (const int error_number = launch_failure(*failure); error_number != 0)
        return base::fail(cannot_start(command, error_number));
    child.end_ = open_end_descriptor(child.pid_);
    if (!child.end_.is_open()) return base::fail(cannot_start(command, errno));
    child.output_ = std::move(output->reading);
    child.errors_ = std::move(errors->reading);
    make_non_blocking(child.output_);
    make_non_blocking(child.errors_);
    return child;
}

Child::~Child() {
    if (pid_ < 0) return;
    kill();
    reap();
}

Child::Child(Child&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)),
      output_(std::move(other.output_)),
      errors_(std::move(other.errors_)),
      end_(std::move(other.end_)) {}

Child& Child::operator=(Child&& other) noexcept {
    std::swap(pid_, other.pid_);
    std::swap(output_, other.output_);
    std::swap(errors_, other.errors_);
    std::swap(end_, other.end_);
    return *this;
}

void Child::kill() {
    HEDDLE_ASSERT(pid_ > 0);
    ::killpg(pid_, SIGKILL);
}

Status Child::reap() {
    HEDDLE_ASSERT(pid_ > 0);
    wait_for_end(pid_);
    ::killpg(pid_, SIGKILL);
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    if (WIFSIGNALED(status)) return {Ending::signalled, WTERMSIG(status)};
    return {Ending::exited, WEXITSTATUS(status)};
}

}  // namespace heddle::process
