#include "runtime/conclude.hpp"

#include <sys/syscall.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "runtime/allocations.hpp"
#include "runtime/control.hpp"
#include "runtime/memory.hpp"
#include "runtime/pipe_ends.hpp"
#include "runtime/processes.hpp"
#include "runtime/raw_syscall.hpp"
#include "runtime/stack.hpp"
#include "runtime/start.hpp"

namespace heddle::runtime {
namespace {

constinit int completion_descriptor = -1;
constinit std::uint64_t completion_token = 0;

template <std::size_t size>
void copy_text(std::array<char, size>& to, std::string_view from) {
    const std::size_t length = std::min(from.size(), size - 1);
    std::memcpy(to.data(), from.data(), length);
    to[length] = '\0';
}

// Whether a program ends so because it can't cope with having been refused memory. A null pointer
// may travel before somebody trusts it; who ends the program with words has met it.
bool is_for_want_of_memory(scheduler::Ending ending) {
    const Refusal* const refusal = last_refusal();
    if (refusal == nullptr) return false;
    switch (ending) {
        case scheduler::Ending::crashed:
        case scheduler::Ending::terminated: return true;
        case scheduler::Ending::failed_assertion:
        case scheduler::Ending::exited: return refusal->thread == engine().running();
        default: return false;
    }
}

void keep_ending(scheduler::Ending ending, std::string_view message) {
    const bool lacks_memory = is_for_want_of_memory(ending);
    if (lacks_memory) {
        ending = scheduler::Ending::memory_limit;
        message = last_refusal()->words.data();
        record().where = last_refusal()->where;
    }
    record().ending = ending;
    record().ending_thread = lacks_memory ? last_refusal()->thread : engine().running();
    if (!message.empty()) copy_text(record().message, message);
    if (record().where.count == 0) capture_stack(record().where);
    engine().describe_blocked();
    engine().leave_out_private_reads();
    record().core_use.busy = engine().core_time();
    note_open_ends();
}

}  // namespace

void set_completion(int descriptor, std::uint64_t token) {
    completion_descriptor = descriptor;
    completion_token = token;
}

bool is_completion(int descriptor) {
    return descriptor == completion_descriptor;
}

void conclude(scheduler::Ending ending, std::string_view message) {
    const bool first = record().ending == scheduler::Ending::none;
    end_control();
    settle_write();
    if (first) keep_ending(ending, message);
    raw_syscall(SYS_write, completion_descriptor, reinterpret_cast<long>(&completion_token),
                sizeof completion_token);
    end_other_processes();
    // Last, when the verdict is safe: where LeakSanitizer can't work it ends the process.
    const bool looks = record().ending == scheduler::Ending::completed && look_for_leaks != nullptr;
    if (looks && record().command.leaks == scheduler::Leaks::looked_for) look_for_leaks();
    for (;;)
        raw_syscall(SYS_exit_group, 0);
}

void conclude_stuck() {
    const scheduler::Ending ending = record().ending;
    record().ending = scheduler::Ending::none;
    conclude(ending);
}

void add_evidence(std::string_view id, std::string_view message) {
    const std::uint32_t at = record().evidence_count;
    if (at == scheduler::max_evidence) return;
    record().evidence_count = at + 1;
    scheduler::Evidence& evidence = record().evidence[at];
    copy_text(evidence.id, id);
    copy_text(evidence.message, message);
    evidence.thread = engine().running();
    capture_stack(evidence.stack);
}

}  // namespace heddle::runtime
