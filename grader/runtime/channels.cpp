#include "runtime/channels.hpp"

#include <sys/stat.h>
#include <sys/syscall.h>

#include <cstdio>
#include <cstring>

#include "runtime/conclude.hpp"
#include "runtime/races.hpp"
#include "runtime/raw_syscall.hpp"

namespace heddle::runtime {
namespace {

using scheduler::address_in;
using scheduler::Space;

bool is_socket(std::uint64_t key) {
    return scheduler::space_of(key) == Space::socket;
}

long option_of(int socket, int option) {
    int value = 0;
    socklen_t size = sizeof value;
    const long error = raw_syscall(SYS_getsockopt, socket, SOL_SOCKET, option,
                                   reinterpret_cast<long>(&value), reinterpret_cast<long>(&size));
    return error == 0 ? value : -1;
}

bool is_event_counter(int descriptor) {
    char path[40];
    char target[40] = {};
    std::snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
    raw_syscall(SYS_readlink, reinterpret_cast<long>(path), reinterpret_cast<long>(target),
                sizeof target - 1);
    return std::strcmp(target, "anon_inode:[eventfd]") == 0;
}

// Every event that may have changed something for a thread that waits at `waited_for`. What is at
// the other end of a socket the key doesn't tell.
bool concerns(const scheduler::ThreadState& thread, std::uint64_t changed) {
    return thread.address == changed || thread.operation == Operation::poll ||
           (is_socket(thread.address) && is_socket(changed));
}

template <class Test>
bool wake_those(Test test) {
    bool has_woken = false;
    for (std::uint32_t i = 0; i < engine().thread_count(); ++i) {
        const auto thread = static_cast<ThreadId>(i);
        const auto& state = engine().state(thread);
        const bool waits = state.progress == scheduler::Progress::blocked &&
                           scheduler::is_channel_wait(state.operation);
        if (!waits || !test(state)) continue;
        engine().wake_thread(thread);
        has_woken = true;
    }
    return has_woken;
}

}  // namespace

Channel channel_at(int descriptor) {
    Channel channel;
    channel.descriptor = descriptor;
    struct stat seen = {};
    if (raw_syscall(SYS_fstat, descriptor, reinterpret_cast<long>(&seen)) != 0) return channel;
    const auto kind = seen.st_mode & S_IFMT;
    channel.is_pipe = kind == S_IFIFO;
    const bool is_anonymous = kind == 0;  // an event counter; or a timer, at which nobody may wait
    if (!channel.is_pipe && kind != S_IFSOCK && !is_anonymous) return channel;
    channel.key =
        address_in(kind == S_IFSOCK ? Space::socket : Space::pipe, identity_of_file(descriptor));
    const long flags = raw_syscall(SYS_fcntl, descriptor, F_GETFL);
    channel.waits = (flags & O_NONBLOCK) == 0;
    channel.is_stream =
        channel.is_pipe || (kind == S_IFSOCK && option_of(descriptor, SO_TYPE) == SOCK_STREAM);
    return channel;
}

void refuse_to_wait_outside(const Channel& channel, std::string_view function) {
    const bool is_inside = channel.is_pipe || is_event_counter(channel.descriptor) ||
                           option_of(channel.descriptor, SO_DOMAIN) == AF_UNIX;
    if (!is_inside) conclude(scheduler::Ending::unsupported, function);
}

void channel_changed(std::uint64_t key) {
    races::talked();
    wake_those([&](const auto& thread) { return concerns(thread, key); });
}

bool wake_all_at_descriptors() {
    return wake_those([](const auto&) { return true; });
}

AtOnce::AtOnce(const Channel& channel)
    : descriptor_(channel.descriptor), flags_(raw_syscall(SYS_fcntl, descriptor_, F_GETFL)) {
    if (channel.waits) raw_syscall(SYS_fcntl, descriptor_, F_SETFL, flags_ | O_NONBLOCK);
}

AtOnce::~AtOnce() {
    if ((flags_ & O_NONBLOCK) == 0) raw_syscall(SYS_fcntl, descriptor_, F_SETFL, flags_);
}

}  // namespace heddle::runtime
