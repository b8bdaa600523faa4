// What the engine knows of one thread.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "scheduler/record.hpp"

namespace heddle::scheduler {

enum class Progress : std::uint8_t { runnable, blocked, ended };

struct ThreadState {
    Progress progress = Progress::runnable;
    Operation operation = Operation::begin;  // the pending one, or what it is blocked in
    ObjectId object = 0;
    std::uint64_t address = 0;
    Place place = 0;    // of the pending operation, where the strategy asks for it
    Time deadline = 0;  // 0: none
    ThreadId joins = no_thread;
    bool has_timed_out = false;
    bool has_stepped_back = false;  // spins; waits for somebody's progress
    bool polls_clock = false;       // has looked at the clock since its last progress
    bool is_daemon = false;
    bool is_joined = false;
    int idle_steps = 0;  // since its last progress
    std::uint8_t held_count = 0;
    std::array<ObjectId, max_held> held = {};
    std::uint8_t initialisations =
        0;        // of those held, what isn't a lock but a first initialisation
    Stack stack;  // of the pending operation, when recording

    bool has_timer() const { return progress == Progress::blocked && deadline != 0; }

    // False when the thread holds too many.
    bool hold(ObjectId lock) {
        if (held_count == max_held) return false;
        held[held_count++] = lock;
        return true;
    }
    void release(ObjectId lock) {
        auto* const end = held.data() + held_count;
        auto* const at = std::find(held.data(), end, lock);
        if (at == end) return;
        std::copy(at + 1, end, at);
        --held_count;
    }
    bool holds_a_lock() const { return held_count > initialisations; }
    bool holds(ObjectId lock) const {
        return std::find(held.data(), held.data() + held_count, lock) != held.data() + held_count;
    }
};

}  // namespace heddle::scheduler
