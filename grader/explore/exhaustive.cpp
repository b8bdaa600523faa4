#include "explore/exhaustive.hpp"

#include <algorithm>

#include "explore/schedule_tree.hpp"

namespace heddle::explore {
namespace {

using base::Expected;
using scheduler::Ending;
using scheduler::Record;

// Most mistakes need no more (Musuvathi & Qadeer, PLDI 2007, section 4).
constexpr int most_preemptions = 2;

// How a search of a tree ended.
enum class Verdict { all_passed, one_failed, too_many };

// A program that differs from run to run has done nothing wrong yet.
bool has_failed(Ending ending) {
    return ending != Ending::completed && ending != Ending::redundant &&
           ending != Ending::replay_mismatch;
}

class Exhausting {
  public:
    Exhausting(Program& program, std::uint64_t seed, const Budget& budget)
        : program_(program), seed_(seed & ~std::uint64_t{1}), left_(budget) {}

    Expected<SearchResult> run();

  private:
    Expected<Verdict> try_tree(ScheduleTree& tree, Pruning pruning, int most_schedules);
    Expected<Verdict> try_branch(ScheduleTree& tree, Pruning pruning);
    bool is_within_bounds(const Record& record, Pruning pruning) const;
    void verify(const ScheduleTree& tree);

    Program& program_;
    std::uint64_t seed_;  // even: nobody is waited for when main of a whole program returns
    Budget left_;
    SearchResult result_;
    int passed_ = 0;         // of the tree
    bool made_way_ = false;  // somebody, in one of them
};

// Whether what the record says of the schedule's tree is all there is to say.
bool Exhausting::is_within_bounds(const Record& record, Pruning pruning) const {
    const bool is_whole =
        record.ending != Ending::replay_mismatch && record.pending_count < scheduler::max_pending;
    const bool commutes = !record.made_way && !record.took_census;
    return is_whole && (pruning == Pruning::none || commutes);
}

Expected<Verdict> Exhausting::try_branch(ScheduleTree& tree, Pruning pruning) {
    const Branch branch = tree.take();
    const auto run = program_.run(command_for(branch, seed_), branch.choices);
    if (!run) return base::fail(run.error());
    const Record& record = **run;
    --left_.schedules;
    left_.steps -= std::min<std::uint64_t>(left_.steps, record.steps);
    made_way_ |= record.made_way;
    keep(result_, record);
    if (has_failed(record.ending)) {
        fail(result_, record, model::Flavour::hunt);
        return Verdict::one_failed;
    }
    if (!is_within_bounds(record, pruning)) return Verdict::too_many;
    passed_ += record.ending == Ending::redundant ? 0 : 1;
    return tree.grow(branch, record) ? Verdict::all_passed : Verdict::too_many;
}

Expected<Verdict> Exhausting::try_tree(ScheduleTree& tree, Pruning pruning, int most_schedules) {
    passed_ = 0;
    made_way_ = false;
    const int end = left_.schedules - most_schedules;
    while (tree.bound().value_or(most_preemptions + 1) <= most_preemptions) {
        const int left = left_.schedules - end;
        if (tree.waiting() > static_cast<std::size_t>(std::max(left, 0)) || left_.steps == 0)
            return Verdict::too_many;
        const auto verdict = try_branch(tree, pruning);
        if (!verdict || *verdict != Verdict::all_passed) return verdict;
    }
    return Verdict::all_passed;
}

void Exhausting::verify(const ScheduleTree& tree) {
    model::Verification verification;
    verification.schedules = passed_;
    if (tree.bound()) verification.preemption_bound = most_preemptions;
    verification.fairness = made_way_ ? model::Fairness::assumed : model::Fairness::unneeded;
    result_.verification = verification;
}

Expected<SearchResult> Exhausting::run() {
    for (const Pruning pruning : {Pruning::sleep_sets, Pruning::none}) {
        const int share = pruning == Pruning::sleep_sets ? left_.schedules / 2 : left_.schedules;
        ScheduleTree tree(pruning, most_preemptions);
        const auto verdict = try_tree(tree, pruning, share);
        if (!verdict) return base::fail(verdict.error());
        if (*verdict == Verdict::all_passed && !result_.race) verify(tree);
        if (*verdict != Verdict::too_many) break;
    }
    return result_;
}

}  // namespace

Expected<SearchResult> search_all(Program& program, std::uint64_t seed, const Budget& budget) {
    return Exhausting(program, seed, budget).run();
}

}  // namespace heddle::explore
