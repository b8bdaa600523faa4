// The other end of exercises/include/heddle/hooks.hpp: what the course's own
// library tells the runtime.
#include <algorithm>
#include <array>

#include "runtime/conclude.hpp"
#include "runtime/control.hpp"
#include "runtime/exit_handlers.hpp"
#include "runtime/own_stack.hpp"
#include "runtime/real.hpp"
#include "runtime/stack.hpp"
#include "runtime/thread_names.hpp"
#include "runtime/virtual_time.hpp"

using namespace heddle::runtime;

namespace {

struct Census {
    int started;
    int alive;
    int peak_alive;
    int idle_polls;
};

struct HookUsage {
    long long total_ns;
    int count;
    int locked;
    int peak;
};

struct HookMachine {
    int cores;
    int busy_peak;
    long long busy_ns;
    long long idle_ns;
};

struct HookLines {
    long long fetched;
    long long transferred;
};

constexpr std::array thread_events = {Operation::thread_constructed, Operation::thread_started,
                                      Operation::run_begin, Operation::run_end,
                                      Operation::thread_destroyed};

// The number comes from whoever calls the hook.
template <std::size_t size>
bool is_one_of(int number, const std::array<Operation, size>&) {
    return number >= 0 && static_cast<std::size_t>(number) < size;
}

// Something the running thread did that is no scheduling point.
Step* note_here(Operation operation, const void* object) {
    Step* step = nullptr;
    on_own_stack([&] {
        step = engine().note(operation, key_of(object));
        if (step != nullptr) capture_stack(step->stack);
    });
    return step;
}

}  // namespace

HEDDLE_INTERCEPT void heddle_hook_charge(int kind, long long ns) {
    if (!is_controlled() || !is_one_of(kind, charged)) return;
    Inside inside;
    pass_time(charged[static_cast<std::size_t>(kind)], static_cast<Time>(std::max(ns, 0LL)));
}

HEDDLE_INTERCEPT long long heddle_hook_now() {
    return is_controlled() ? static_cast<long long>(engine().now()) : 0;
}

HEDDLE_INTERCEPT void heddle_hook_evidence(const char* id, const char* message) {
    if (!is_controlled()) return;
    Inside inside;
    add_evidence(id, message);
}

HEDDLE_INTERCEPT void heddle_hook_fail(const char* message) {
    conclude(heddle::scheduler::Ending::failed_assertion, message);
}

HEDDLE_INTERCEPT void heddle_hook_unfinished(const char* what) {
    conclude(heddle::scheduler::Ending::unfinished, what);
}

HEDDLE_INTERCEPT void heddle_hook_census(Census* census) {
    if (!is_controlled()) return;
    engine().look_around();
    census->started = static_cast<int>(record().threads_started);
    census->alive = static_cast<int>(engine().alive());
    census->peak_alive = static_cast<int>(record().peak_alive);
    census->idle_polls = static_cast<int>(record().idle_polls);
}

HEDDLE_INTERCEPT void heddle_hook_usage(int kind, HookUsage* usage) {
    if (!is_controlled() || !is_one_of(kind, charged)) return;
    const heddle::scheduler::Usage& seen = record().usage[static_cast<std::size_t>(kind)];
    *usage = {static_cast<long long>(seen.total), static_cast<int>(seen.count),
              static_cast<int>(seen.locked), static_cast<int>(seen.peak)};
}

HEDDLE_INTERCEPT long long heddle_hook_polled() {
    return is_controlled() ? static_cast<long long>(record().polled) : 0;
}

HEDDLE_INTERCEPT void heddle_hook_machine(HookMachine* machine) {
    if (!is_controlled()) return;
    const Time cores = record().command.machine.cores;
    const Time busy = engine().core_time();
    const Time idle = cores == 0 ? 0 : cores * engine().now() - busy;
    *machine = {static_cast<int>(cores), static_cast<int>(record().core_use.peak),
                static_cast<long long>(busy), static_cast<long long>(idle)};
}

HEDDLE_INTERCEPT int heddle_hook_lines([[maybe_unused]] HookLines* lines) {
#ifdef HEDDLE_FLAVOUR_HUNT
    if (is_controlled() && engine().follows_lines()) {
        const heddle::scheduler::LineTraffic& all = record().line_traffic;
        *lines = {static_cast<long long>(all.fetched), static_cast<long long>(all.transferred)};
        return 1;
    }
#endif
    return 0;
}

HEDDLE_INTERCEPT void heddle_hook_thread_event(int event, const void* object, const char* name) {
    if (!is_controlled() || !is_one_of(event, thread_events)) return;
    Inside inside;
    const Operation operation = thread_events[static_cast<std::size_t>(event)];
    if (operation == Operation::run_begin) name_thread(self(), name);
    note_here(operation, object);
}

HEDDLE_INTERCEPT void heddle_hook_daemon() {
    if (is_controlled()) become_daemon();
}

HEDDLE_INTERCEPT void heddle_hook_begin_main() {
    if (is_controlled()) keep_exit_handlers();
}

HEDDLE_INTERCEPT void heddle_hook_end_main() {
    if (!is_controlled()) return;
    run_exit_handlers();
    leave_exit_handlers();
    engine().close_record();
}

HEDDLE_INTERCEPT void heddle_hook_output(const void* sink, long long value) {
    if (!is_controlled()) return;
    Inside inside;
    Step* const step = note_here(Operation::output, sink);
    if (step == nullptr) return;
    step->value = static_cast<std::uint64_t>(value);
    step->has_value = true;
}
