#include "explore/shared_data.hpp"

#include <algorithm>

namespace heddle::explore {
namespace {

using scheduler::Operation;
using scheduler::ThreadId;

struct Use {
    std::set<ThreadId> threads;
    std::set<ThreadId> writers;
    std::size_t last_write = 0;  // index of a step
};

// For each thread that another created: the index of that step.
std::map<ThreadId, std::size_t> creations(const std::vector<ObservedStep>& steps) {
    std::map<ThreadId, std::size_t> created;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const scheduler::Step& raw = steps[i].raw;
        if (raw.operation == Operation::create && raw.has_value) {
            created.emplace(static_cast<ThreadId>(raw.value), i);
        }
    }
    return created;
}

bool is_mere_argument(const Use& use, const std::map<ThreadId, std::size_t>& created) {
    if (use.writers.size() != 1) return false;
    return std::all_of(use.threads.begin(), use.threads.end(), [&](ThreadId thread) {
        const auto creation = created.find(thread);
        return use.writers.contains(thread) ||
               (creation != created.end() && creation->second > use.last_write);
    });
}

}  // namespace

std::set<std::uint64_t> shared_addresses(const std::vector<ObservedStep>& steps) {
    std::map<std::uint64_t, Use> uses;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const ObservedStep& step = steps[i];
        const bool is_write = step.raw.operation == Operation::write;
        if (!is_write && step.raw.operation != Operation::read) continue;
        if (!step.place || step.is_in_library) continue;
        Use& use = uses[step.raw.address];
        use.threads.insert(step.raw.thread);
        if (!is_write) continue;
        use.writers.insert(step.raw.thread);
        use.last_write = i;
    }
    const auto created = creations(steps);
    std::set<std::uint64_t> shared;
    for (const auto& [address, use] : uses) {
        const bool is_shared = use.threads.size() > 1 && !use.writers.empty();
        if (is_shared && !is_mere_argument(use, created)) shared.insert(address);
    }
    return shared;
}

}  // namespace heddle::explore
