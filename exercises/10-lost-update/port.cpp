#include "port.hpp"

#include "hit_counter.hpp"

namespace heddle::port {
namespace {

class StudentHitCounter final : public HitCounter {
  public:
    void hit() override { counter_.hit(); }
    long total() const override { return counter_.total(); }

  private:
    ::HitCounter counter_;
};

}  // namespace

std::unique_ptr<HitCounter> make_hit_counter() {
    // make_unique would zero a member that nobody initialised, and so hide the mistake.
    return std::make_unique_for_overwrite<StudentHitCounter>();
}

long count_hits(int threads, int hits_per_thread) {
    return ::count_hits(threads, hits_per_thread);
}

}  // namespace heddle::port
