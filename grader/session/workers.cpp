#include "session/workers.hpp"

#include <algorithm>

#include "session/workbench.hpp"

namespace heddle::session {

unsigned processors_used() {
    return std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
}

Workers::Workers() {
    for (unsigned cpu = 0; cpu < processors_used(); ++cpu) {
        threads_.emplace_back([this, cpu] { work(static_cast<int>(cpu)); });
    }
}

Workers::~Workers() {
    {
        const std::lock_guard lock(mutex_);
        is_closing_ = true;
    }
    changed_.notify_all();
}

void Workers::add(TrialRequest request) {
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(std::move(request));
    }
    changed_.notify_all();
}

base::Expected<Trial> Workers::next() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !finished_.empty(); });
    base::Expected<Trial> first = std::move(finished_.front());
    finished_.pop_front();
    return first;
}

void Workers::work(int cpu) {
    Workbench bench(cpu);
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return is_closing_ || !waiting_.empty(); });
        if (is_closing_) return;
        const TrialRequest request = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        base::Expected<Trial> trial = run_trial(request, bench);
        lock.lock();
        finished_.push_back(std::move(trial));
        changed_.notify_all();
    }
}

}  // namespace heddle::session
