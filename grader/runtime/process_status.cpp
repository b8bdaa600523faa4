#include "runtime/process_status.hpp"

#include <fcntl.h>
#include <sys/syscall.h>

#include <array>
#include <cstdio>
#include <cstring>

#include "runtime/raw_syscall.hpp"

namespace heddle::runtime {
namespace {

// A file of /proc/PID as a string; empty where there is none.
using Text = std::array<char, 4096>;

Text read_file(int kernel_id, const char* name) {
    Text text = {};
    char path[32];
    std::snprintf(path, sizeof path, "/proc/%d/%s", kernel_id, name);
    const long file = raw_syscall(SYS_open, reinterpret_cast<long>(path), O_RDONLY | O_CLOEXEC);
    if (file < 0) return text;
    raw_syscall(SYS_read, file, reinterpret_cast<long>(text.data()), text.size() - 1);
    raw_syscall(SYS_close, file);
    return text;
}

// The state and the number of threads in a line of /proc/PID/stat, behind the name in brackets
// (proc_pid_stat(5), fields 3 and 20).
bool says_gone(const char* line) {
    const char* const after_name = std::strrchr(line, ')');
    char state = '\0';
    long threads = 0;
    const bool is_read = after_name != nullptr &&
                         std::sscanf(after_name + 1,
                                     " %c %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s "
                                     "%*s %*s %ld",
                                     &state, &threads) == 2;
    return is_read && (state == 'X' || (state == 'Z' && threads <= 1));
}

// Whether the signal is in a set of /proc/PID/status (proc_pid_status(5)).
bool is_in(const Text& status, const char* set, int signal) {
    const char* const line = std::strstr(status.data(), set);
    unsigned long signals = 0;
    return line != nullptr && std::sscanf(line + std::strlen(set), ": %lx", &signals) == 1 &&
           (signals >> (signal - 1) & 1) != 0;
}

}  // namespace

bool has_process_gone(int kernel_id) {
    const Text line = read_file(kernel_id, "stat");
    return line[0] == '\0' || says_gone(line.data());
}

Disposition disposition_of(int kernel_id, int signal) {
    const Text status = read_file(kernel_id, "status");
    if (is_in(status, "SigBlk", signal) || is_in(status, "SigCgt", signal))
        return Disposition::delayed;
    return is_in(status, "SigIgn", signal) ? Disposition::ignored : Disposition::by_default;
}

}  // namespace heddle::runtime
