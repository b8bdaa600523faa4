// What the tests of exercise 10 see of a submission: a counter behind an interface, since students
// choose the members of theirs, and count_hits. The interface adds no synchronisation of its own.
#pragma once

#include <memory>

namespace heddle::port {

/// The student's HitCounter, called straight through.
class HitCounter {
  public:
    virtual ~HitCounter() = default;
    virtual void hit() = 0;
    virtual long total() const = 0;
};

/// A new student's counter. Members that the student leaves uninitialised stay so.
std::unique_ptr<HitCounter> make_hit_counter();

/// The student's count_hits, called straight through.
long count_hits(int threads, int hits_per_thread);

}  // namespace heddle::port
