// Reading and writing: what threads and processes tell each other
// through pipes and sockets. Files never make anybody wait.
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>

#include "runtime/channels.hpp"
#include "runtime/conclude.hpp"
#include "runtime/control.hpp"
#include "runtime/processes.hpp"
#include "runtime/random_numbers.hpp"
#include "runtime/raw_syscall.hpp"
#include "runtime/real.hpp"
#include "runtime/sanitizer_frame.hpp"
#include "runtime/signals.hpp"

HEDDLE_REAL(read)
HEDDLE_REAL(recv)
HEDDLE_REAL(connect)
HEDDLE_REAL(write)
HEDDLE_REAL(writev)
HEDDLE_REAL(send)
HEDDLE_REAL(sendto)
HEDDLE_REAL(sendmsg)

namespace heddle::runtime {
namespace {

// A terminal, say: fine as long as it needn't wait.
void refuse_if_it_waits(int descriptor, short events, std::string_view function) {
    pollfd polled = {descriptor, events, 0};
    if (raw_syscall(SYS_poll, reinterpret_cast<long>(&polled), 1, 0) == 0)
        conclude(scheduler::Ending::unsupported, function);
}

Patience patience_of(const Channel& channel, int flags) {
    const bool waits = channel.waits && (flags & MSG_DONTWAIT) == 0;
    return waits ? Patience::waits : Patience::at_once;
}

// One call that receives, or takes what others offer.
template <class Call>
long take(Operation operation, std::string_view function, int descriptor, int flags, Call call) {
    long result = 0;
    {
        const Inside inside;
        const Channel channel = channel_at(descriptor);
        if (channel.key == 0) {
            refuse_if_it_waits(descriptor, POLLIN, function);
            result = static_cast<long>(call());
            if (result < 0) result = -errno;
        } else {
            result = exchange(operation, function, channel, patience_of(channel, flags), call);
        }
    }
    return with_errno(result);
}

// What a broken pipe does to who writes into it.
void die_of_broken_pipe(long result, int flags) {
    if (result == -EPIPE && (flags & MSG_NOSIGNAL) == 0 && dies_of_broken_pipes())
        die_of(SIGPIPE, "a write into a pipe or socket that nobody reads any more (SIGPIPE)");
}

// Sends all there is, `call(offset, size)` after another, as a call that may wait does. Into a pipe
// it goes in pieces that are written whole: more than PIPE_BUF bytes others may get between
// (POSIX.1-2017, write).
template <class Call>
long send_all(std::string_view function, const Channel& channel, std::size_t size, int flags,
              Call call) {
    const Patience patience = patience_of(channel, flags);
    const bool waits = patience == Patience::waits;
    const std::size_t most = channel.is_pipe && waits ? PIPE_BUF : size;
    std::size_t sent = 0;
    do {
        const std::size_t piece = std::min(size - sent, most);
        const long result = exchange(Operation::send, function, channel, patience,
                                     [&] { return call(sent, piece); });
        die_of_broken_pipe(result, flags);
        if (result < 0) return sent > 0 ? static_cast<long>(sent) : result;
        sent += static_cast<std::size_t>(result);
    } while (waits && channel.is_stream && sent < size);
    return static_cast<long>(sent);
}

template <class Call>
long give(std::string_view function, int descriptor, std::size_t size, int flags, Call call) {
    long result = 0;
    {
        const Inside inside;
        const Channel channel = channel_at(descriptor);
        if (channel.key == 0) {
            refuse_if_it_waits(descriptor, POLLOUT, function);
            result = static_cast<long>(call(std::size_t{0}, size));
            if (result < 0) result = -errno;
        } else {
            result = send_all(function, channel, size, flags, call);
        }
    }
    return with_errno(result);
}

// What can't be cut goes as a whole or not at all.
template <class Call>
long give_whole(std::string_view function, int descriptor, std::size_t size, int flags, Call call) {
    bool is_cut = false;
    const long result = give(function, descriptor, size, flags, [&](std::size_t at, std::size_t n) {
        is_cut = at != 0 || n != size;
        if (is_cut) conclude(scheduler::Ending::unsupported, function);
        return call();
    });
    return result;
}

std::size_t size_of(const iovec* pieces, int count) {
    std::size_t size = 0;
    for (int i = 0; i < count; ++i)
        size += pieces[i].iov_len;
    return size;
}

const char* from(const void* bytes, std::size_t offset) {
    return static_cast<const char*>(bytes) + offset;
}

// Several pieces that are too much to go as one go one after the other: bytes, that is, and where
// the call may wait.
long give_pieces(int descriptor, const iovec* pieces, int count) {
    const std::size_t size = size_of(pieces, count);
    const Channel channel = channel_at(descriptor);
    const bool may_be_cut = channel.is_stream && channel.waits;
    if (size <= PIPE_BUF || !may_be_cut) {
        return give_whole("writev", descriptor, size, 0,
                          [&] { return real_writev()(descriptor, pieces, count); });
    }
    long sent = 0;
    for (int i = 0; i < count; ++i) {
        const long result = write(descriptor, pieces[i].iov_base, pieces[i].iov_len);
        if (result < 0) return sent > 0 ? sent : result;
        sent += result;
        if (static_cast<std::size_t>(result) < pieces[i].iov_len) break;
    }
    return sent;
}

// With MSG_WAITALL a stream is received until all is there or it ends.
long take_all(int descriptor, void* to, std::size_t size, int flags) {
    if ((flags & MSG_PEEK) != 0) conclude(scheduler::Ending::unsupported, "recv(MSG_PEEK)");
    std::size_t got = 0;
    while (got < size) {
        const long result =
            recv(descriptor, static_cast<char*>(to) + got, size - got, flags & ~MSG_WAITALL);
        if (result < 0 && got == 0) return result;
        if (result <= 0) break;
        got += static_cast<std::size_t>(result);
    }
    return static_cast<long>(got);
}

}  // namespace
}  // namespace heddle::runtime

using namespace heddle::runtime;

#define TAKE(RESULT, NAME, OPERATION, FLAGS, PARAMETERS, ARGUMENTS)                       \
    HEDDLE_REAL(NAME)                                                                     \
    HEDDLE_INTERCEPT RESULT NAME PARAMETERS {                                             \
        if (!is_controlled()) return real_##NAME() ARGUMENTS;                             \
        HEDDLE_FRAME;                                                                     \
        return static_cast<RESULT>(take(Operation::OPERATION, #NAME, descriptor, (FLAGS), \
                                        [&] { return real_##NAME() ARGUMENTS; }));        \
    }

TAKE(ssize_t, readv, receive, 0, (int descriptor, const iovec* to, int count),
     (descriptor, to, count))
TAKE(ssize_t, recvfrom, receive, flags,
     (int descriptor, void* to, std::size_t size, int flags, sockaddr* from, socklen_t* length),
     (descriptor, to, size, flags, from, length))
TAKE(ssize_t, recvmsg, receive, flags, (int descriptor, msghdr* message, int flags),
     (descriptor, message, flags))
TAKE(int, accept, accept, 0, (int descriptor, sockaddr* from, socklen_t* length),
     (descriptor, from, length))
TAKE(int, accept4, accept, 0, (int descriptor, sockaddr* from, socklen_t* length, int flags),
     (descriptor, from, length, flags))

HEDDLE_INTERCEPT ssize_t read(int descriptor, void* to, std::size_t size) {
    if (!is_controlled()) return real_read()(descriptor, to, size);
    HEDDLE_FRAME;
    const ssize_t got = take(Operation::receive, "read", descriptor, 0,
                             [&] { return real_read()(descriptor, to, size); });
    if (got > 0 && is_random_device(descriptor))
        replace_random_numbers(to, static_cast<std::size_t>(got));
    return got;
}

// Into a network nobody here looks, not even into the machine's own.
HEDDLE_INTERCEPT int connect(int descriptor, const sockaddr* to, socklen_t length) {
    if (!is_controlled()) return real_connect()(descriptor, to, length);
    HEDDLE_FRAME;
    if (to->sa_family == AF_INET || to->sa_family == AF_INET6)
        conclude(heddle::scheduler::Ending::unsupported, "connect to a network");
    return static_cast<int>(take(Operation::connect, "connect", descriptor, 0,
                                 [&] { return real_connect()(descriptor, to, length); }));
}

HEDDLE_INTERCEPT ssize_t recv(int descriptor, void* to, std::size_t size, int flags) {
    if (!is_controlled()) return real_recv()(descriptor, to, size, flags);
    HEDDLE_FRAME;
    if ((flags & MSG_WAITALL) != 0) return take_all(descriptor, to, size, flags);
    return take(Operation::receive, "recv", descriptor, flags,
                [&] { return real_recv()(descriptor, to, size, flags); });
}

HEDDLE_INTERCEPT ssize_t write(int descriptor, const void* bytes, std::size_t size) {
    if (!is_controlled()) return real_write()(descriptor, bytes, size);
    HEDDLE_FRAME;
    return give("write", descriptor, size, 0, [&](std::size_t at, std::size_t n) {
        return real_write()(descriptor, from(bytes, at), n);
    });
}

HEDDLE_INTERCEPT ssize_t send(int descriptor, const void* bytes, std::size_t size, int flags) {
    if (!is_controlled()) return real_send()(descriptor, bytes, size, flags);
    HEDDLE_FRAME;
    return give("send", descriptor, size, flags, [&](std::size_t at, std::size_t n) {
        return real_send()(descriptor, from(bytes, at), n, flags);
    });
}

HEDDLE_INTERCEPT ssize_t writev(int descriptor, const iovec* pieces, int count) {
    if (!is_controlled()) return real_writev()(descriptor, pieces, count);
    HEDDLE_FRAME;
    return give_pieces(descriptor, pieces, count);
}

HEDDLE_INTERCEPT ssize_t sendto(int descriptor, const void* bytes, std::size_t size, int flags,
                                const sockaddr* to, socklen_t length) {
    if (!is_controlled()) return real_sendto()(descriptor, bytes, size, flags, to, length);
    HEDDLE_FRAME;
    return give("sendto", descriptor, size, flags, [&](std::size_t at, std::size_t n) {
        return real_sendto()(descriptor, from(bytes, at), n, flags, to, length);
    });
}

HEDDLE_INTERCEPT ssize_t sendmsg(int descriptor, const msghdr* message, int flags) {
    if (!is_controlled()) return real_sendmsg()(descriptor, message, flags);
    HEDDLE_FRAME;
    const auto count = static_cast<int>(message->msg_iovlen);
    return give_whole("sendmsg", descriptor, size_of(message->msg_iov, count), flags,
                      [&] { return real_sendmsg()(descriptor, message, flags); });
}
