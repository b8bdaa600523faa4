// SplitMix64 (Steele, Lea & Flood, OOPSLA 2014, Fig. 16): small, fast, and the
// same everywhere, which is all a schedule needs.
#pragma once

#include <cstdint>

namespace heddle::scheduler {

class Random {
  public:
    explicit constexpr Random(std::uint64_t seed = 0) : state_(seed) {}

    constexpr std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }

    // Uniform in [0, bound); bound is at least 1. The bias is below 2^-50 for the bounds used here.
    constexpr std::uint64_t below(std::uint64_t bound) { return next() % bound; }

  private:
    std::uint64_t state_;
};

}  // namespace heddle::scheduler
