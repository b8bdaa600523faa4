// stdio on pipes and sockets. The C library would read and write past every
// interceptor, so such a stream gets functions of its own, which call those
// that are scheduled.
#include <fcntl.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <sys/types.h>
#include <unistd.h>

#include <cstring>

#include "runtime/channels.hpp"
#include "runtime/control.hpp"
#include "runtime/named_pipes.hpp"
#include "runtime/real.hpp"

HEDDLE_REAL(fdopen)
HEDDLE_REAL(fopen)
HEDDLE_REAL(fopen64)

namespace heddle::runtime {
namespace {

int descriptor_of(void* cookie) {
    return static_cast<int>(reinterpret_cast<long>(cookie));
}

ssize_t read_stream(void* cookie, char* to, std::size_t size) {
    return read(descriptor_of(cookie), to, size);
}

// 0 says that it failed (fopencookie(3)).
ssize_t write_stream(void* cookie, const char* bytes, std::size_t size) {
    const ssize_t written = write(descriptor_of(cookie), bytes, size);
    return written < 0 ? 0 : written;
}

int close_stream(void* cookie) {
    return close(descriptor_of(cookie));
}

// Without the stream's own lock, which nobody here sees: a thread that waits in a read would hold
// it.
FILE* scheduled_stream(int descriptor, const char* mode) {
    void* const cookie = reinterpret_cast<void*>(static_cast<long>(descriptor));
    FILE* const stream =
        fopencookie(cookie, mode, {read_stream, write_stream, nullptr, close_stream});
    if (stream == nullptr) return nullptr;
    __fsetlocking(stream, FSETLOCKING_BYCALLER);
    stream->_fileno = descriptor;  // what fileno() gives
    return stream;
}

int flags_of(const char* mode) {
    if (std::strchr(mode, '+') != nullptr) return O_RDWR;
    return mode[0] == 'r' ? O_RDONLY : O_WRONLY;
}

template <class Open>
FILE* open_stream(const char* path, const char* mode, Open really_open) {
    if (!is_controlled() || !named_pipe(AT_FDCWD, path)) return really_open(path, mode);
    const int descriptor = open(path, flags_of(mode));
    return descriptor < 0 ? nullptr : scheduled_stream(descriptor, mode);
}

}  // namespace
}  // namespace heddle::runtime

using namespace heddle::runtime;

HEDDLE_INTERCEPT FILE* fdopen(int descriptor, const char* mode) noexcept {
    const bool is_scheduled = is_controlled() && channel_at(descriptor).key != 0;
    return is_scheduled ? scheduled_stream(descriptor, mode) : real_fdopen()(descriptor, mode);
}

HEDDLE_INTERCEPT FILE* fopen(const char* path, const char* mode) {
    return open_stream(path, mode, real_fopen());
}

HEDDLE_INTERCEPT FILE* fopen64(const char* path, const char* mode) {
    return open_stream(path, mode, real_fopen64());
}
