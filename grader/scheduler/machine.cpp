// The engine's threads on the simulated machine: when they compute, and which lines they touch.
#include <algorithm>

#include "scheduler/engine.hpp"

namespace heddle::scheduler {
namespace {

// A lock is taken and given back by writing to it, whoever else only reads.
bool changes_line(Operation operation) {
    return operation != Operation::read && operation != Operation::load;
}

bool touches_line(Operation operation) {
    return reads(operation) || writes(operation);
}

}  // namespace

Time Engine::take_core(Time length) {
    const Time begin = cores_.take(now(), length);
    CoreUse& use = record_->core_use;
    use.peak = std::max(use.peak, cores_.busy_at(begin));
    return begin;
}

// With fewer cores than threads, thread n is at home on core n modulo their number.
std::uint32_t Engine::core_of_running() const {
    const std::uint32_t cores = record_->command.machine.cores;
    return cores == 0 ? running_ : running_ % cores;
}

void Engine::touched(Operation operation, std::uint64_t address, std::uint64_t size) {
    if (!touches_line(operation) || address == 0 || size == 0) return;
    const std::uint64_t bytes = record_->command.machine.line_bytes;
    const Access access = changes_line(operation) ? Access::write : Access::read;
    for (std::uint64_t line = address / bytes; line <= (address + size - 1) / bytes; ++line) {
        const Traffic traffic = lines_.touch(core_of_running(), line, access);
        if (traffic != Traffic::none) came(line * bytes, traffic);
    }
}

void Engine::came(std::uint64_t line, Traffic traffic) {
    const auto count = [&](LineTraffic& to) {
        ++(traffic == Traffic::fetched ? to.fetched : to.transferred);
    };
    count(record_->line_traffic);
    if (LineUse* const use = use_of(line)) count(use->traffic);
}

// Null where there is no room for another line.
LineUse* Engine::use_of(std::uint64_t line) {
    std::size_t at = ((line * 0x9e3779b97f4a7c15U) >> 32U) % line_slots_.size();
    for (; line_slots_[at] != 0; at = (at + 1) % line_slots_.size()) {
        LineUse& known = record_->lines[line_slots_[at] - 1U];
        if (known.address == line) return &known;
    }
    if (record_->line_count == max_lines) return nullptr;
    LineUse& use = record_->lines[record_->line_count];
    use = {line, {}};
    line_slots_[at] = static_cast<std::uint16_t>(++record_->line_count);
    return &use;
}

}  // namespace heddle::scheduler
