#include "explore/program.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <limits>
#include <optional>

#include "base/assert.hpp"
#include "explore/soundness.hpp"
#include "process/child.hpp"
#include "process/interrupt.hpp"
#include "process/runner.hpp"
#include "scheduler/protocol.hpp"

namespace heddle::explore {
namespace {

using base::Expected;
using base::fail;
using process::Descriptor;
using scheduler::Descriptors;
using scheduler::descriptors_variable;
using scheduler::Request;
using scheduler::Status;

// No schedule takes this long: a case is ended by its events or its CPU time. Beyond it the machine
// is to blame, not the student.
constexpr std::chrono::seconds patience{60};

// Where the server finds its three descriptors.
constexpr Descriptors theirs = {3, 4, 5};

struct Channel {
    Descriptor ours;
    Descriptor theirs;
};

// A pair of sockets: unlike a pipe, one whose reader has ended can be written to without a SIGPIPE.
Expected<Channel> make_channel() {
    int ends[2] = {-1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        return fail(
            {base::system_message(errno), "socketpair", "close some programs and try again"});
    }
    return Channel{Descriptor(ends[0]), Descriptor(ends[1])};
}

// Whether the program has still its end open.
bool send_to(const Channel& channel, const void* bytes, std::size_t size) {
    return send(channel.ours.number(), bytes, size, MSG_NOSIGNAL) == static_cast<ssize_t>(size);
}

template <class Sent>
bool send_to(const Channel& channel, const Sent& sent) {
    return send_to(channel, &sent, sizeof sent);
}

base::Error broken_server(const std::string& what) {
    return {"the test program " + what, "", "run ./heddle doctor"};
}

Expected<void> wait_until_readable(int descriptor) {
    const auto limit = std::chrono::duration_cast<std::chrono::milliseconds>(patience);
    pollfd polled[2] = {{descriptor, POLLIN, 0}, {process::interrupt_descriptor(), POLLIN, 0}};
    for (;;) {
        const int ready = poll(polled, 2, static_cast<int>(limit.count()));
        if (ready < 0 && errno == EINTR) continue;
        if (process::is_interrupted()) return fail(process::interrupted_error());
        if (ready > 0) return {};
        return fail(broken_server("did not answer for a minute"));
    }
}

// Reads until the end of the stream or until `size` bytes are there.
Expected<std::size_t> read_up_to(int descriptor, void* to, std::size_t size) {
    std::size_t have = 0;
    while (have < size) {
        if (auto ready = wait_until_readable(descriptor); !ready) return fail(ready.error());
        const ssize_t got = read(descriptor, static_cast<char*>(to) + have, size - have);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        have += static_cast<std::size_t>(got);
    }
    return have;
}

process::Command command_for(const std::filesystem::path& binary,
                             const std::vector<std::string>& arguments,
                             const std::optional<std::string>& prediction) {
    process::Command command;
    command.argv = {binary.string()};
    command.argv.insert(command.argv.end(), arguments.begin(), arguments.end());
    command.environment = {"LC_ALL=C.UTF-8", "TZ=UTC",
                           fmt::format("{}=3,4,5", descriptors_variable),
                           fmt::format("{}=1", scheduler::bind_now_variable)};
    if (prediction) {
        command.environment.push_back(
            fmt::format("{}={}", scheduler::prediction_variable, *prediction));
    }
    command.limits = {{RLIMIT_CORE, 0}};
    command.layout = process::AddressLayout::fixed;
    return command;
}

}  // namespace

struct Program::State {
    Descriptor record_file;
    Channel control;
    Channel status;
    scheduler::Nonce nonce = {};
    scheduler::Record* record = nullptr;
    std::optional<process::Child> child;
    bool has_open_case = false;
    scheduler::Machine machine;

    State() = default;
    ~State() {
        if (record != nullptr) munmap(record, sizeof *record);
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    Expected<void> prepare();
    Expected<void> open(const std::string& name);
    Expected<Status> run();
    Expected<void> launch(const std::filesystem::path& binary,
                          const std::vector<std::string>& arguments,
                          const std::optional<std::string>& prediction = {});
};

Expected<void> Program::State::prepare() {
    record_file = Descriptor(memfd_create("heddle-record", MFD_CLOEXEC));
    constexpr auto size = static_cast<off_t>(sizeof(scheduler::Record));
    if (!record_file.is_open() || ftruncate(record_file.number(), size) != 0) {
        return fail({base::system_message(errno), "memfd_create", ""});
    }
    void* const mapped = mmap(nullptr, sizeof(scheduler::Record), PROT_READ | PROT_WRITE,
                              MAP_SHARED, record_file.number(), 0);
    if (mapped == MAP_FAILED) return fail({base::system_message(errno), "mmap", ""});
    record = static_cast<scheduler::Record*>(mapped);
    if (getrandom(nonce.data(), nonce.size(), 0) != static_cast<ssize_t>(nonce.size())) {
        return fail({base::system_message(errno), "getrandom", ""});
    }
    auto to_child = make_channel();
    auto from_child = make_channel();
    if (!to_child) return fail(to_child.error());
    if (!from_child) return fail(from_child.error());
    control = std::move(*to_child);
    status = std::move(*from_child);
    return {};
}

Expected<void> Program::State::launch(const std::filesystem::path& binary,
                                      const std::vector<std::string>& arguments,
                                      const std::optional<std::string>& prediction) {
    process::Command command = command_for(binary, arguments, prediction);
    command.handovers = {{record_file.number(), theirs.record},
                         {control.theirs.number(), theirs.control},
                         {status.theirs.number(), theirs.status}};
    auto started = process::Child::start(command);
    if (!started) return fail(started.error());
    child = std::move(*started);
    control.theirs.close();
    status.theirs.close();
    if (!send_to(control, nonce)) return fail(broken_server("did not start"));
    return {};
}

Expected<void> Program::State::open(const std::string& name) {
    HEDDLE_ASSERT(name.size() <= std::numeric_limits<scheduler::NameLength>::max());
    if (has_open_case && !send_to(control, Request::close))
        return fail(broken_server("ended before its time"));
    const auto length = static_cast<scheduler::NameLength>(name.size());
    has_open_case = send_to(control, Request::open) && send_to(control, length) &&
                    send_to(control, name.data(), name.size());
    if (!has_open_case) return fail(broken_server("ended before its time"));
    return {};
}

Expected<Status> Program::State::run() {
    Status answer;
    if (!send_to(control, Request::run)) return fail(broken_server("ended before its time"));
    const auto got = read_up_to(status.ours.number(), &answer, sizeof answer);
    if (!got) return fail(got.error());
    if (*got != sizeof answer) return fail(broken_server("ended before its time"));
    return answer;
}

Program::Program(std::unique_ptr<State> state) : state_(std::move(state)) {}
Program::~Program() = default;
Program::Program(Program&&) noexcept = default;
Program& Program::operator=(Program&&) noexcept = default;

Expected<Program> Program::start(const std::filesystem::path& binary, const std::string& name,
                                 int cpu, const std::optional<std::string>& prediction) {
    auto program = started(binary, {"--serve", std::to_string(cpu)}, prediction);
    if (!program) return program;
    if (auto opened = program->open(name); !opened) return fail(opened.error());
    return program;
}

Expected<Program> Program::start_main(const std::filesystem::path& binary,
                                      const std::vector<std::string>& arguments, int cpu) {
    std::vector<std::string> all = {"--main", std::to_string(cpu)};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return started(binary, all, std::nullopt);
}

Expected<Program> Program::started(const std::filesystem::path& binary,
                                   const std::vector<std::string>& arguments,
                                   const std::optional<std::string>& prediction) {
    auto state = std::make_unique<State>();
    if (auto prepared = state->prepare(); !prepared) return fail(prepared.error());
    auto launched = state->launch(binary, arguments, prediction);
    if (!launched) return fail(launched.error());
    return Program(std::move(state));
}

bool Program::runs_cases() const {
    return state_->has_open_case;
}

Expected<void> Program::open(const std::string& name) {
    auto opened = state_->open(name);
    if (!opened) state_->child.reset();
    return opened;
}

void Program::place_on(const scheduler::Machine& machine) {
    state_->machine = machine;
}

Expected<const scheduler::Record*> Program::run(const scheduler::Command& asked,
                                                std::span<const scheduler::Choice> choices) {
    scheduler::Record& record = *state_->record;
    scheduler::Command command = asked;
    command.machine = state_->machine;
    if (!runs_cases()) command.leaks = scheduler::Leaks::ignored;  // it may well leave some behind
    static_cast<scheduler::Summary&>(record) = {};
    record.command = command;
    record.choice_count = static_cast<std::uint32_t>(choices.size());
    std::copy(choices.begin(), choices.end(), record.choices.begin());

    const auto status = state_->run();
    if (!status) {
        state_->child.reset();
        return fail(status.error());
    }
    record.command = command;  // whatever stands there now: the schedule could write it
    const bool is_honest =
        status->nonce == state_->nonce && status->completions == 1 && status->stray_bytes == 0;
    if (!is_honest) {
        const bool was_killed = WIFSIGNALED(status->wait_status);
        record.ending = was_killed ? scheduler::Ending::crashed : scheduler::Ending::none;
        record.report.signal = was_killed ? WTERMSIG(status->wait_status) : 0;
    }
    if (!is_sound(record)) {
        static_cast<scheduler::Summary&>(record) = {};
        record.command = command;
    }
    if (command.earlier_access != 0 && has_race(record)) {
        record.ending = scheduler::Ending::data_race;
        record.report = record.race;
    }
    return &record;
}

base::Expected<std::vector<CaseName>> list_cases(const std::filesystem::path& binary) {
    Program::State state;
    if (auto prepared = state.prepare(); !prepared) return fail(prepared.error());
    if (auto launched = state.launch(binary, {"--list"}); !launched) return fail(launched.error());
    std::string text(1U << 16U, '\0');
    const auto size = read_up_to(state.status.ours.number(), text.data(), text.size());
    if (!size) return fail(size.error());
    text.resize(*size);

    std::vector<CaseName> cases;
    std::size_t at = 0;
    for (std::size_t end = 0; (end = text.find('\n', at)) != std::string::npos; at = end + 1) {
        const std::size_t tab = text.find('\t', at);
        if (tab > end) return fail(broken_server("lists its cases in a form of its own"));
        cases.push_back({text.substr(at, tab - at), text.substr(tab + 1, end - tab - 1)});
    }
    if (cases.empty()) return fail(broken_server("lists no cases"));
    return cases;
}

}  // namespace heddle::explore
