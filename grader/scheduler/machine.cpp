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
    const ObjectId number = line_numbers_.id_of(line);
    if (number == 0 || number > max_lines) return;
    LineUse& use = record_->lines[number - 1];
    if (number > record_->line_count) {
        record_->line_count = number;
        use = {line, {}};
    }
    count(use.traffic);
}

}  // namespace heddle::scheduler
