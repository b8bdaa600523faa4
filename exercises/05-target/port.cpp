#include "port.hpp"

#include "target.hpp"

namespace {

// One for each thread: a count that all shared would need a lock, and a lock would bring an order
// into the student's threads that they don't have.
thread_local int slow_squares = 0;

/// Counting is no step of the student's thread: ThreadSanitizer and the scheduler don't see it, or
/// a trace would show it under the name that the student's line has.
__attribute__((no_sanitize("thread"))) void count_one() {
    ++slow_squares;
}

}  // namespace

int slow_square(int x) {
    count_one();
    heddle::work(heddle::Ticks(1000));
    return x * x;
}

namespace heddle::port {

void countdown(int count, Sink& sink) {
    ::countdown(count, sink);
}

std::unique_ptr<Thread> launch(int count, Sink& sink) {
    return ::launch(count, sink);
}

std::vector<int> squares(std::span<const int> numbers) {
    return ::squares(numbers);
}

int own_slow_squares() {
    return slow_squares;
}

}  // namespace heddle::port
