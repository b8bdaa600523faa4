// Pipes, sockets and event counters: what a thread or a process may wait at for
// another one. A call is tried without waiting; when the kernel says that it
// would wait, the thread waits in the model and tries again. So it is asked
// when its turn comes, and the order of the turns decides the answer.
#pragma once

#include <fcntl.h>
#include <sys/socket.h>

#include <cstdint>
#include <string_view>

#include "runtime/control.hpp"

namespace heddle::runtime {

struct Channel {
    int descriptor = -1;
    std::uint64_t key = 0;  // 0: a file, or nothing; it never makes anybody wait
    bool waits = true;      // false: opened as non-blocking
    bool is_pipe = false;
    bool is_stream = false;  // bytes, and not messages
};

Channel channel_at(int descriptor);

// Ends the schedule as unsupported, by this function's name, where a wait at the descriptor may end
// by what nobody here controls: a network, a terminal, a timer.
void refuse_to_wait_outside(const Channel& channel, std::string_view function);

// Makes everybody runnable who may have waited for what has just happened to the channel.
void channel_changed(std::uint64_t key);

// The same for all channels; false when nobody waits.
bool wake_all_at_descriptors();

// While one lives, the kernel answers at once.
class AtOnce {
  public:
    explicit AtOnce(const Channel& channel);
    ~AtOnce();
    AtOnce(const AtOnce&) = delete;
    AtOnce& operator=(const AtOnce&) = delete;

  private:
    int descriptor_;
    long flags_;
};

// The result as the kernel gives it: negative is an errno.
template <class Call>
long try_at_once(const Channel& channel, Call call) {
    const AtOnce at_once(channel);
    const auto result = static_cast<long>(call());
    return result < 0 ? -errno : result;
}

// What a call does that the kernel can't answer at once: it waits, or says so (EAGAIN).
enum class Patience : std::uint8_t { waits, at_once };

// One operation on a channel, which waits as long as `call` would. Returns what the kernel would.
template <class Call>
long exchange(Operation operation, std::string_view function, const Channel& channel,
              Patience patience, Call call) {
    point_at(operation, channel.key);
    long result = try_at_once(channel, call);
    const bool waits = patience == Patience::waits;
    for (Wait wait = Wait::kept; waits && result == -EAGAIN; wait = Wait::gone_on_with) {
        refuse_to_wait_outside(channel, function);
        wait_here(0, wait);
        result = try_at_once(channel, call);
    }
    if (result >= 0) channel_changed(channel.key);
    Step* const step = performed(result < 0 ? Effect::idle : Effect::progress,
                                 result < 0 ? StepResult::failed : StepResult::done);
    if (step != nullptr && result >= 0) {
        step->value = static_cast<std::uint64_t>(result);
        step->has_value = true;
    }
    return result;
}

// A result as the program gets it.
inline long with_errno(long result) {
    if (result >= 0) return result;
    errno = static_cast<int>(-result);
    return -1;
}

}  // namespace heddle::runtime
