#include "heddle/lab.hpp"

#include <stdexcept>
#include <thread>

#include "heddle/hooks.hpp"
#include "heddle/thread.hpp"

namespace heddle {
namespace {

using std::chrono::steady_clock;

/// True when the runtime has let `duration` pass as virtual time.
bool charge(heddle_charge_kind kind, Ticks duration) {
    if (!heddle_hook_charge) return false;
    heddle_hook_charge(kind, std::chrono::nanoseconds(duration).count());
    return true;
}

void show(const void* place, long long value) {
    if (heddle_hook_output) heddle_hook_output(place, value);
}

}  // namespace

void work(Ticks duration) {
    if (charge(heddle_charge_work, duration)) return;
    const auto end = steady_clock::now() + duration;
    while (steady_clock::now() < end) {
    }
}

void io(Ticks duration) {
    if (!charge(heddle_charge_io, duration)) std::this_thread::sleep_for(duration);
}

void sleep(Ticks duration) {
    if (!charge(heddle_charge_sleep, duration)) std::this_thread::sleep_for(duration);
}

void todo(std::string_view what) {
    const std::string name(what);
    if (heddle_hook_unfinished) heddle_hook_unfinished(name.c_str());
    throw std::logic_error("still to be written: " + name);
}

Ticks now() {
    if (heddle_hook_now) {
        return std::chrono::duration_cast<Ticks>(std::chrono::nanoseconds(heddle_hook_now()));
    }
    static const auto first = steady_clock::now();
    return std::chrono::duration_cast<Ticks>(steady_clock::now() - first);
}

void Sink::put(int value) {
    const Thread& self = current_thread();
    const std::lock_guard lock(mutex_);
    records_.push_back({value, self.name(), self.ident(), now()});
    show(this, value);
}

std::vector<Record> Sink::records() const {
    const std::lock_guard lock(mutex_);
    return records_;
}

void Journal::append(std::string_view line) {
    lines_.emplace_back(line);
    show(this, static_cast<long long>(lines_.size()));
}

}  // namespace heddle
