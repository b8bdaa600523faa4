#include "process/interrupt.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <initializer_list>

namespace heddle::process {
namespace {

// Written before the handlers are installed, so the handler needs no order of its own.
std::atomic<int> descriptor = -1;
std::atomic<bool> has_come = false;

void on_signal(int) {
    const int saved = errno;
    has_come = true;
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(descriptor, &one, sizeof one);
    errno = saved;
}

}  // namespace

void watch_interrupts() {
    descriptor = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    struct sigaction action {};
    action.sa_handler = on_signal;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        ::sigaction(signal, &action, nullptr);
}

bool is_interrupted() {
    return has_come;
}

int interrupt_descriptor() {
    return descriptor;
}

}  // namespace heddle::process
