// stdio on pipes and sockets. The C library would read and write past every
// interceptor, so such a stream gets functions of its own, which call those
// that are scheduled. It has no lock, which nobody here would see: a second
// thread that uses it meanwhile is refused.
#include <fcntl.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <sys/types.h>
#include <unistd.h>

#include <array>
#include <cstring>

#include "runtime/channels.hpp"
#include "runtime/conclude.hpp"
#include "runtime/control.hpp"
#include "runtime/named_pipes.hpp"
#include "runtime/random_numbers.hpp"
#include "runtime/real.hpp"
#include "runtime/sanitizer_frame.hpp"

extern "C" {
void AnnotateIgnoreReadsBegin(const char* file, int line);
void AnnotateIgnoreReadsEnd(const char* file, int line);
void AnnotateIgnoreWritesBegin(const char* file, int line);
void AnnotateIgnoreWritesEnd(const char* file, int line);
}

HEDDLE_REAL(fdopen)
HEDDLE_REAL(fopen)
HEDDLE_REAL(fopen64)

namespace heddle::runtime {
namespace {

// Guarded by the baton.
struct Stream {
    FILE* file = nullptr;  // null: free
    int descriptor = -1;
    bool is_in_use = false;
};

constinit std::array<Stream, 256> streams = {};

// Where the next byte is read or written: it moves with whatever is done to the stream.
struct Position {
    const char* read;
    const char* read_end;
    const char* write;

    bool operator==(const Position&) const = default;
};

Position position_in(const FILE* file) {
    return {file->_IO_read_ptr, file->_IO_read_end, file->_IO_write_ptr};
}

void require_alone(bool is_alone) {
    if (is_alone) return;
    conclude(scheduler::Ending::unsupported, "a stream that two threads use at once");
}

// While one lives, ThreadSanitizer doesn't look at what this thread does: the buffer is the C
// library's, and nobody sees how that guards it.
class Unwatched {
  public:
#ifdef HEDDLE_FLAVOUR_TSAN
    Unwatched() {
        AnnotateIgnoreReadsBegin(__FILE__, __LINE__);
        AnnotateIgnoreWritesBegin(__FILE__, __LINE__);
    }
    ~Unwatched() {
        AnnotateIgnoreWritesEnd(__FILE__, __LINE__);
        AnnotateIgnoreReadsEnd(__FILE__, __LINE__);
    }
#else
    Unwatched() {}
#endif
    Unwatched(const Unwatched&) = delete;
    Unwatched& operator=(const Unwatched&) = delete;
};

// Calls `call(descriptor)`, which may hand over in the middle of what the C library does. Another
// thread that does something to the stream by then is back here, or has left its trace.
template <class Call>
auto use(void* cookie, Call call) {
    const Unwatched unwatched;
    Stream& stream = *static_cast<Stream*>(cookie);
    require_alone(!stream.is_in_use);
    stream.is_in_use = true;
    const Position before = position_in(stream.file);
    const auto result = call(stream.descriptor);
    require_alone(position_in(stream.file) == before);
    stream.is_in_use = false;
    return result;
}

ssize_t read_stream(void* cookie, char* to, std::size_t size) {
    return use(cookie, [&](int descriptor) { return read(descriptor, to, size); });
}

// 0 says that it failed (fopencookie(3)).
ssize_t write_stream(void* cookie, const char* bytes, std::size_t size) {
    const ssize_t written =
        use(cookie, [&](int descriptor) { return write(descriptor, bytes, size); });
    return written < 0 ? 0 : written;
}

int close_stream(void* cookie) {
    const int result = use(cookie, [](int descriptor) { return close(descriptor); });
    *static_cast<Stream*>(cookie) = {};
    return result;
}

Stream& free_stream() {
    for (Stream& each : streams) {
        if (each.file == nullptr) return each;
    }
    conclude(scheduler::Ending::unsupported, "more than 256 streams on pipes and sockets");
}

FILE* scheduled_stream(int descriptor, const char* mode) {
    Stream& stream = free_stream();
    FILE* const file =
        fopencookie(&stream, mode, {read_stream, write_stream, nullptr, close_stream});
    if (file == nullptr) return nullptr;
    __fsetlocking(file, FSETLOCKING_BYCALLER);
    file->_fileno = descriptor;  // what fileno() gives
    stream = {.file = file, .descriptor = descriptor};
    return file;
}

int flags_of(const char* mode) {
    const int closes = std::strchr(mode, 'e') != nullptr ? O_CLOEXEC : 0;
    if (std::strchr(mode, '+') != nullptr) return O_RDWR | closes;
    return (mode[0] == 'r' ? O_RDONLY : O_WRONLY) | closes;
}

template <class Open>
FILE* open_stream(const char* path, const char* mode, Open really_open) {
    if (!is_controlled()) return really_open(path, mode);
    if (!named_pipe(AT_FDCWD, path) && !is_random_device(path)) return really_open(path, mode);
    const int descriptor = open(path, flags_of(mode));
    if (descriptor < 0) return nullptr;
    FILE* const file = scheduled_stream(descriptor, mode);
    if (file == nullptr) close(descriptor);
    return file;
}

}  // namespace
}  // namespace heddle::runtime

using namespace heddle::runtime;

HEDDLE_INTERCEPT FILE* fdopen(int descriptor, const char* mode) noexcept {
    HEDDLE_FRAME;
    const bool is_scheduled =
        is_controlled() && (channel_at(descriptor).key != 0 || is_random_device(descriptor));
    return is_scheduled ? scheduled_stream(descriptor, mode) : real_fdopen()(descriptor, mode);
}

HEDDLE_INTERCEPT FILE* fopen(const char* path, const char* mode) {
    HEDDLE_FRAME;
    return open_stream(path, mode, real_fopen());
}

HEDDLE_INTERCEPT FILE* fopen64(const char* path, const char* mode) {
    HEDDLE_FRAME;
    return open_stream(path, mode, real_fopen64());
}
