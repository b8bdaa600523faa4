// A witness that two pieces of work can be under way at the same time. Tests put it where a
// submission calls them, in a bank that is paid or a page that is fetched: whoever comes in waits
// inside until all are there. Where a lock is held around the call nobody else can come.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>

#include "heddle/test.hpp"

namespace heddle::test {

class Gate {
  public:
    explicit Gate(int parties) : parties_(parties) {}
    Gate(const Gate&) = delete;
    Gate& operator=(const Gate&) = delete;

    /// Comes in and waits until all parties are inside. Once that has happened nobody waits any
    /// more; nor after one has waited for an hour of virtual time, in which nothing else could
    /// happen.
    void enter() {
        std::unique_lock lock(mutex_);
        ++inside_;
        if (inside_ >= parties_) {
            have_met_ = true;
            all_inside_.notify_all();
        }
        all_inside_.wait_for(lock, patience(), [&] { return have_met_ || has_given_up_; });
        has_given_up_ |= !have_met_;
        --inside_;
    }

    bool have_met() const {
        const std::lock_guard lock(mutex_);
        return have_met_;
    }

  private:
    static Ticks patience() { return Ticks(heddle_hook_now ? 3'600'000 : 1'000); }

    const int parties_;
    mutable std::mutex mutex_;
    std::condition_variable all_inside_;
    int inside_ = 0;             // guarded by mutex_
    bool have_met_ = false;      // guarded by mutex_
    bool has_given_up_ = false;  // guarded by mutex_
};

/// All parties have been inside the gate at once. Ask when the submission has returned, and in
/// cases tagged [time] alone: there a wait ends early only when nothing else can happen, so that
/// not having met proves that they couldn't. `diagnosis` is "too-strong" or "one-lock-all".
inline void expect_met(const Gate& gate, std::string_view diagnosis, const std::string& what) {
    if (!census().available || gate.have_met()) return;
    evidence(diagnosis, what + " never happened at the same time, though nothing forbids it");
}

}  // namespace heddle::test
