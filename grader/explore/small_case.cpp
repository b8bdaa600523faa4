#include "explore/small_case.hpp"

#include <algorithm>

#include "explore/exhaustive.hpp"

namespace heddle::explore {
namespace {

using base::Expected;

class SmallCase {
  public:
    SmallCase(Program& program, Clock clock, std::uint64_t seed, const Budget& share,
              const Budget& all)
        : program_(program),
          clock_(clock),
          seed_(seed),
          share_(share),
          all_(all),
          sampler_(program, model::Flavour::hunt, clock, seed) {}

    Expected<SearchResult> search();

  private:
    Expected<SearchResult> open();
    Expected<SearchResult> try_few();
    Expected<SearchResult> sample() { return sampler_.go_on(share_); }
    Expected<SearchResult> try_up_to(const Budget& most);
    Expected<SearchResult> try_all() { return try_up_to(all_); }
    bool is_verified() const;
    bool is_all_there_is() const;

    Program& program_;
    Clock clock_;
    std::uint64_t seed_;
    Budget share_;
    Budget all_;
    Sampler sampler_;
    SearchResult so_far_;
};

// An exhaustive search ends no timer early.
bool SmallCase::is_all_there_is() const {
    return clock_ == Clock::judged || !so_far_.has_timers;
}

bool SmallCase::is_verified() const {
    return so_far_.verification && !so_far_.verification->preemption_bound;
}

Expected<SearchResult> SmallCase::open() {
    const int opening = static_cast<int>(opening_schedules());
    return sampler_.go_on({std::min(opening, share_.schedules), share_.steps});
}

Expected<SearchResult> SmallCase::try_few() {
    return is_all_there_is() ? try_up_to(share_) : SearchResult{};
}

// In vain where that has been done, or where there is a race, which nothing takes back.
Expected<SearchResult> SmallCase::try_up_to(const Budget& most) {
    if (is_verified() || so_far_.race) return SearchResult{};
    return search_all(program_, seed_, most);
}

Expected<SearchResult> SmallCase::search() {
    using Part = Expected<SearchResult> (SmallCase::*)();
    for (const Part part :
         {&SmallCase::open, &SmallCase::try_few, &SmallCase::sample, &SmallCase::try_all}) {
        auto found = (this->*part)();
        if (!found) return found;
        so_far_ = joined(std::move(so_far_), std::move(*found));
        if (so_far_.failure || (is_verified() && is_all_there_is())) break;
    }
    return std::move(so_far_);
}

}  // namespace

Expected<SearchResult> search_small(Program& program, Clock clock, std::uint64_t seed,
                                    const Budget& share, const Budget& all) {
    return SmallCase(program, clock, seed, share, all).search();
}

}  // namespace heddle::explore
