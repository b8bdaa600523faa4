#include "explore/feedback.hpp"

#include <algorithm>
#include <tuple>

#include "base/assert.hpp"

namespace heddle::explore {
namespace {

using scheduler::ReadsFrom;

constexpr int tries = 8;             // candidates, of which the rarest is taken
constexpr std::size_t most = 1'000;  // places, and pairs: a program may have no end of them

template <class Value>
void add_once(std::vector<Value>& values, const Value& value) {
    const bool is_there = std::find(values.begin(), values.end(), value) != values.end();
    if (!is_there && values.size() < most) values.push_back(value);
}

}  // namespace

bool Feedback::Order::operator()(const ReadsFrom& a, const ReadsFrom& b) const {
    return std::tie(a.address, a.write, a.read) < std::tie(b.address, b.write, b.read);
}

int Feedback::times_seen(const ReadsFrom& pair) const {
    const auto seen = seen_.find(pair);
    const auto asked = asked_.find(pair);
    return (seen == seen_.end() ? 0 : seen->second) + (asked == asked_.end() ? 0 : asked->second);
}

// Of a few that are possible the one that was seen, or wanted in vain, the least.
ReadsFrom Feedback::rarest() {
    ReadsFrom best;
    int fewest = -1;
    for (int i = 0; i < tries; ++i) {
        const auto& [address, read] = reads_[random_.below(reads_.size())];
        const auto& writes = writes_[address];
        const ReadsFrom pair = {address, writes[random_.below(writes.size())], read};
        const int times = times_seen(pair);
        if (fewest >= 0 && times >= fewest) continue;
        best = pair;
        fewest = times;
    }
    return best;
}

// A wish of its own; or one more, or another in place of one.
Feedback::Wanted Feedback::varied(Wanted wanted) {
    if (random_.below(2) == 0) wanted.clear();
    const bool is_full = wanted.size() >= scheduler::max_wanted;
    if (!wanted.empty() && (is_full || random_.below(4) == 0))
        wanted.erase(wanted.begin() + static_cast<long>(random_.below(wanted.size())));
    const ReadsFrom wish = rarest();
    std::erase_if(wanted, [&](const ReadsFrom& old) {
        return old.address == wish.address && old.read == wish.read;
    });
    wanted.push_back(wish);
    return wanted;
}

void Feedback::ask(scheduler::Command& command) {
    command.wanted_count = 0;
    if (reads_.empty()) return;
    const Wanted wanted = varied(corpus_[next_++ % corpus_.size()]);
    HEDDLE_ASSERT(wanted.size() <= scheduler::max_wanted);
    std::copy(wanted.begin(), wanted.end(), command.wanted.begin());
    command.wanted_count = static_cast<std::uint32_t>(wanted.size());
    ++asked_[wanted.back()];
}

void Feedback::learn(const scheduler::Record& record) {
    bool has_new = false;
    for (std::uint32_t i = 0; i < record.reads_from_count; ++i) {
        const ReadsFrom& pair = record.reads_from[i];
        if (seen_.size() == most && !seen_.contains(pair)) continue;
        has_new |= seen_[pair]++ == 0;
        auto& writes = writes_[pair.address];
        add_once(writes, scheduler::Place{0});
        add_once(writes, pair.write);
        add_once(reads_, {pair.address, pair.read});
    }
    const auto* const wanted = record.command.wanted.data();
    if (has_new) corpus_.emplace_back(wanted, wanted + record.command.wanted_count);
}

}  // namespace heddle::explore
