#include "harness/server.hpp"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <string>

#include "runtime/conclude.hpp"
#include "runtime/control.hpp"
#include "runtime/exit_handlers.hpp"
#include "runtime/process_end.hpp"
#include "runtime/sanitizer_threads.hpp"
#include "runtime/shared_state.hpp"
#include "runtime/start.hpp"

// The linker's: first and last of the section that the student's .init_array was renamed to.
extern "C" {
using Initialiser = void (*)(int, char**, char**);
[[gnu::weak]] extern Initialiser __start_heddle_deferred_init[];
[[gnu::weak]] extern Initialiser __stop_heddle_deferred_init[];
}

namespace heddle::harness {
namespace {

using scheduler::Nonce;
using scheduler::Request;
using scheduler::Status;

// The server itself can't go on: the grader sees its channel close and calls it "not graded".
constexpr int broken = 70;

struct Server {
    Descriptors descriptors;
    Nonce nonce = {};
    scheduler::Record* record = nullptr;
};

Server server;

bool read_all(int descriptor, void* to, std::size_t size) {
    auto* bytes = static_cast<char*>(to);
    while (size > 0) {
        const ssize_t got = read(descriptor, bytes, size);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        bytes += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

// Whether the fork, which served one case, ended as told.
bool ended_well(pid_t fork) {
    int wait_status = 0;
    while (waitpid(fork, &wait_status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(wait_status) && WEXITSTATUS(wait_status) == 0;
}

void write_all(int descriptor, const void* from, std::size_t size) {
    if (write(descriptor, from, size) != static_cast<ssize_t>(size)) _exit(broken);
}

// The child forgets how to reach the grader, and speaks to nobody.
void become_case(int completion, std::uint64_t token) {
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    close(server.descriptors.control);
    close(server.descriptors.status);
    explicit_bzero(&server.nonce, sizeof server.nonce);
    errno = 0;  // the first case and the next begin alike, whatever the server's last call met
    runtime::set_completion(completion, token);
    runtime::install_guards();
    runtime::begin_control(*server.record);
}

// Counts completion records until the child and all that it left behind have closed the pipe.
void read_completions(int descriptor, std::uint64_t token, Status& status) {
    std::uint64_t word = 0;
    ssize_t got = 0;
    while ((got = read(descriptor, &word, sizeof word)) != 0) {
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return;
        const bool is_valid = got == sizeof word && word == token;
        status.completions += is_valid ? 1 : 0;
        status.stray_bytes += is_valid ? 0 : static_cast<std::int32_t>(got);
    }
}

// What the case forked and nobody waited for becomes the server's own, which is their reaper.
void reap_group(pid_t group) {
    while (waitpid(-group, nullptr, 0) > 0 || errno == EINTR) {
    }
}

// Waits for the child, then ends whatever it left in its process group.
void watch(pid_t child, int completion, std::uint64_t token) {
    Status status;
    setpgid(child, child);
    while (waitpid(child, &status.wait_status, 0) < 0 && errno == EINTR) {
    }
    kill(-child, SIGKILL);
    reap_group(child);
    read_completions(completion, token, status);
    status.nonce = server.nonce;
    write_all(server.descriptors.status, &status, sizeof status);
}

}  // namespace

std::optional<Descriptors> given_descriptors() {
    const char* const given = std::getenv(scheduler::descriptors_variable);
    if (given == nullptr) return std::nullopt;
    Descriptors d;
    if (std::sscanf(given, "%d,%d,%d", &d.record, &d.control, &d.status) != 3) _exit(broken);
    unsetenv(scheduler::descriptors_variable);
    unsetenv(scheduler::bind_now_variable);
    return d;
}

void open_server(const Descriptors& descriptors) {
    server.descriptors = descriptors;
    for (const int d : {descriptors.record, descriptors.control, descriptors.status}) {
        fcntl(d, F_SETFD, FD_CLOEXEC);
    }
    if (!read_all(descriptors.control, server.nonce.data(), server.nonce.size())) _exit(broken);
    void* const mapped = mmap(nullptr, sizeof(scheduler::Record), PROT_READ | PROT_WRITE,
                              MAP_SHARED, descriptors.record, 0);
    if (mapped == MAP_FAILED) _exit(broken);
    server.record = static_cast<scheduler::Record*>(mapped);
    signal(SIGPIPE, SIG_IGN);
    runtime::resolve_real_functions();
    runtime::prepare_sanitizer_threads();
}

const char* next_case() {
    static std::array<char, std::numeric_limits<scheduler::NameLength>::max() + 1> name;
    Request request = Request::close;
    scheduler::NameLength length = 0;
    const int control = server.descriptors.control;
    while (read_all(control, &request, sizeof request)) {
        if (request != Request::open || !read_all(control, &length, sizeof length)) _exit(broken);
        if (!read_all(control, name.data(), length)) _exit(broken);
        name[length] = '\0';
        const pid_t fork = _Fork();
        if (fork < 0) _exit(broken);
        if (fork == 0) {
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            return name.data();
        }
        if (!ended_well(fork)) _exit(broken);
    }
    return nullptr;
}

Role serve() {
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    Request request = Request::close;
    while (read_all(server.descriptors.control, &request, sizeof request) &&
           request == Request::run) {
        int completion[2] = {-1, -1};
        std::uint64_t token = 0;
        if (pipe2(completion, O_CLOEXEC) != 0) _exit(broken);
        if (getrandom(&token, sizeof token, 0) != sizeof token) _exit(broken);
        const pid_t child = _Fork();
        if (child < 0) _exit(broken);
        if (child == 0) {
            close(completion[0]);
            become_case(completion[1], token);
            return Role::schedule;
        }
        close(completion[1]);
        watch(child, completion[0], token);
        close(completion[0]);
    }
    return Role::finished;
}

void pin_to(int cpu) {
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(static_cast<unsigned>(cpu), &set);
    sched_setaffinity(0, sizeof set, &set);  // a machine may forbid it: slower, not different
}

void silence() {
    const int nowhere = open("/dev/null", O_RDWR);
    for (const int d : {0, 1, 2})
        dup2(nowhere, d);
    if (nowhere > 2) close(nowhere);
}

void run_deferred_initialisers() {
    static char* no_arguments[] = {nullptr};
    runtime::keep_exit_handlers();
    for (Initialiser* each = __start_heddle_deferred_init; each != __stop_heddle_deferred_init;
         ++each) {
        (*each)(0, no_arguments, environ);
    }
    runtime::leave_exit_handlers();
}

void complete() {
    if (runtime::this_process() != 0) runtime::end_child(0);
    runtime::let_others_finish();
    runtime::conclude(scheduler::Ending::completed);
}

void fail(const char* expression, const char* expansion, const char* message) {
    auto& kept = runtime::record().expression;
    std::strncpy(kept.data(), expression, kept.size() - 1);
    std::string text = expansion;
    if (message[0] != '\0') text += std::string(text.empty() ? "" : "\n") + message;
    runtime::conclude(scheduler::Ending::failed_assertion, text);
}

void list_case(const char* name, const char* tags) {
    const std::string line = std::string(name) + '\t' + tags + '\n';
    write_all(server.descriptors.status, line.data(), line.size());
}

}  // namespace heddle::harness
