#include "model/profile.hpp"

#include <algorithm>

namespace heddle::model {

TimeSpent& TimeSpent::operator+=(const TimeSpent& other) {
    compute += other.compute;
    io_wait += other.io_wait;
    sleep += other.sleep;
    lock_wait += other.lock_wait;
    thread_wait += other.thread_wait;
    polling += other.polling;
    core_wait += other.core_wait;
    return *this;
}

TimeSpent total(const Profile& profile) {
    TimeSpent sum;
    for (const ThreadProfile& thread : profile.threads)
        sum += thread.time;
    return sum;
}

double speedup(const Profile& profile, const OnCores& on) {
    if (profile.on_cores.empty() || on.makespan.count() == 0) return 0;
    const auto alone = profile.on_cores.front().makespan.count();
    return static_cast<double>(alone) / static_cast<double>(on.makespan.count());
}

double idle_share(const OnCores& on) {
    const auto there = on.cores * on.makespan.count();
    return there == 0 ? 0 : 1 - static_cast<double>(on.busy.count()) / static_cast<double>(there);
}

// A core for each thread, and never more than so many of them busy: with so many the same happens,
// step by step.
int enough_cores(const Profile& profile) {
    if (profile.on_cores.empty()) return 0;
    const OnCores& unlimited = profile.on_cores.back();
    const bool is_same_program = std::ranges::all_of(profile.on_cores, [&](const OnCores& on) {
        return on.threads_started == unlimited.threads_started && on.outcome == unlimited.outcome;
    });
    return is_same_program ? unlimited.at_once : 0;
}

}  // namespace heddle::model
