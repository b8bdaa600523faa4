#include "runtime/pipe_ends.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <cstdio>

#include "runtime/control.hpp"
#include "runtime/raw_syscall.hpp"
#include "runtime/shared_state.hpp"

namespace heddle::runtime {
namespace {

constexpr int most_descriptors = 256;  // of one process; a student's mistake is among the first

// What a descriptor of a process leads to. The link's own mode says which way it was opened
// (proc_pid_fd(5)).
struct End {
    std::uint64_t key = 0;
    bool reads = false;
    bool writes = false;
};

End end_at(int process, int descriptor) {
    char path[40];
    std::snprintf(path, sizeof path, "/proc/%d/fd/%d", process, descriptor);
    struct stat pipe = {};
    struct stat link = {};
    const auto ask = [&](struct stat& about, int flags) {
        return raw_syscall(SYS_newfstatat, AT_FDCWD, reinterpret_cast<long>(path),
                           reinterpret_cast<long>(&about), flags);
    };
    if (ask(link, AT_SYMLINK_NOFOLLOW) != 0 || ask(pipe, 0) != 0 || !S_ISFIFO(pipe.st_mode))
        return {};
    const auto identity = identity_of(pipe.st_dev, pipe.st_ino);
    return {scheduler::address_in(scheduler::Space::pipe, identity), (link.st_mode & S_IRUSR) != 0,
            (link.st_mode & S_IWUSR) != 0};
}

// For each blocked thread whether this is the end that would end its wait.
void note(const End& end, ProcessId process) {
    for (std::uint32_t i = 0; i < record().blocked_count; ++i) {
        scheduler::BlockedThread& blocked = record().blocked[i];
        const bool is_other = blocked.operation == Operation::receive ? end.writes : end.reads;
        if (engine().state(blocked.thread).address == end.key && is_other)
            blocked.open_in |= std::uint64_t{1} << process;
    }
}

bool waits_at_a_pipe(const scheduler::BlockedThread& blocked) {
    const bool transfers =
        blocked.operation == Operation::receive || blocked.operation == Operation::send;
    const std::uint64_t key = engine().state(blocked.thread).address;
    return transfers && scheduler::space_of(key) == scheduler::Space::pipe;
}

}  // namespace

void note_open_ends() {
    bool is_any = false;
    for (std::uint32_t i = 0; i < record().blocked_count; ++i)
        is_any |= waits_at_a_pipe(record().blocked[i]);
    if (!is_any) return;
    for (std::uint32_t process = 0; process < shared().process_count; ++process) {
        const Process& each = shared().processes[process];
        for (int descriptor = 0; !each.has_ended && descriptor < most_descriptors; ++descriptor) {
            const End end = end_at(each.kernel_id, descriptor);
            if (end.key != 0) note(end, static_cast<ProcessId>(process));
        }
    }
}

}  // namespace heddle::runtime
