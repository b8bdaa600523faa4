#include "report/holdings.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace heddle::report {
namespace {

bool takes(const model::TraceStep& step) {
    constexpr std::array<std::string_view, 4> words = {"lock", "try_lock", "lock_shared",
                                                       "try_lock_shared"};
    return !step.result && std::find(words.begin(), words.end(), step.operation) != words.end();
}

// Goes through the steps and remembers what is held.
class Hands {
  public:
    explicit Hands(const model::Trace& trace) : trace_(trace) {}

    void see(std::size_t index);
    std::vector<Holding> all() const;

  private:
    struct Held {
        Holding holding;
        int depth = 1;  // how often it was taken by steps folded into one
        bool is_open = true;
    };

    void take(std::size_t index);
    void give_back(std::size_t index, std::string_view lock, int times);
    void give_back_to_wait(std::size_t index);
    bool holds(model::ThreadIndex thread, std::string_view lock) const;
    std::optional<std::string> lock_taken_after(std::size_t wait) const;

    const model::Trace& trace_;
    std::vector<Held> held_;
};

bool Hands::holds(model::ThreadIndex thread, std::string_view lock) const {
    return std::any_of(held_.begin(), held_.end(), [&](const Held& one) {
        return one.is_open && one.holding.thread == thread && one.holding.lock == lock;
    });
}

void Hands::take(std::size_t index) {
    const model::TraceStep& step = trace_.steps[index];
    std::size_t slot = 0;
    const auto is_taken = [&](const Held& one) {
        return one.is_open && one.holding.thread == step.thread && one.holding.slot == slot;
    };
    while (std::any_of(held_.begin(), held_.end(), is_taken))
        ++slot;
    held_.push_back(
        {{step.thread, step.object, index, trace_.steps.size(), slot}, step.repeats, true});
}

void Hands::give_back(std::size_t index, std::string_view lock, int times) {
    const model::ThreadIndex thread = trace_.steps[index].thread;
    for (auto one = held_.rbegin(); one != held_.rend() && times > 0; ++one) {
        if (!one->is_open || one->holding.thread != thread || one->holding.lock != lock) continue;
        const int given = std::min(times, one->depth);
        one->depth -= given;
        times -= given;
        if (one->depth > 0) continue;
        one->is_open = false;
        one->holding.to = index;
    }
}

// Whoever was woken takes the lock again, first of all.
std::optional<std::string> Hands::lock_taken_after(std::size_t wait) const {
    for (std::size_t i = wait + 1; i < trace_.steps.size(); ++i) {
        const model::TraceStep& step = trace_.steps[i];
        if (step.thread != trace_.steps[wait].thread || step.operation == "wait") continue;
        return step.operation == "lock" ? std::optional(step.object) : std::nullopt;
    }
    return std::nullopt;
}

// A wait gives its lock back and doesn't name it. Of several it is that which is taken again, and
// where nobody woke the thread that which it took last.
void Hands::give_back_to_wait(std::size_t index) {
    const model::ThreadIndex thread = trace_.steps[index].thread;
    const auto again = lock_taken_after(index);
    if (again && holds(thread, *again)) return give_back(index, *again, 1);
    const auto last = std::find_if(held_.rbegin(), held_.rend(), [&](const Held& one) {
        return one.is_open && one.holding.thread == thread;
    });
    if (last != held_.rend()) give_back(index, std::string(last->holding.lock), 1);
}

void Hands::see(std::size_t index) {
    const model::TraceStep& step = trace_.steps[index];
    if (takes(step)) return take(index);
    if (step.operation == "unlock" && !step.result)
        return give_back(index, step.object, step.repeats);
    if (step.operation == "wait" && step.result == "waits") give_back_to_wait(index);
}

std::vector<Holding> Hands::all() const {
    std::vector<Holding> all;
    for (const Held& one : held_)
        all.push_back(one.holding);
    return all;
}

}  // namespace

std::vector<Holding> holdings_of(const model::Trace& trace) {
    Hands hands(trace);
    for (std::size_t i = 0; i < trace.steps.size(); ++i)
        hands.see(i);
    return hands.all();
}

}  // namespace heddle::report
