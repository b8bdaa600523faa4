#include "explore/thread_objects.hpp"

#include "catch.hpp"

using namespace heddle::explore;
using namespace heddle::scheduler;

namespace {

constexpr std::uint64_t object = 0x1000;
constexpr ThreadId worker = 1;

Step event(ThreadId thread, Operation operation, std::uint64_t address) {
    Step step;
    step.thread = thread;
    step.operation = operation;
    step.address = address;
    return step;
}

Step about(Operation operation, ThreadId thread) {
    Step step = event(0, operation, 0);
    step.value = thread;
    step.has_value = true;
    return step;
}

// What main and the worker do from start() until the object has gone.
ThreadObjects after_start() {
    ThreadObjects objects;
    objects.learn(event(0, Operation::thread_constructed, object));
    objects.learn(event(0, Operation::thread_started, object));
    objects.learn(about(Operation::create, worker));
    return objects;
}

const Step destroyed = event(0, Operation::thread_destroyed, object);

}  // namespace

TEST_CASE("an object may go before its thread has begun, and while it is at work") {
    ThreadObjects objects = after_start();
    objects.learn(destroyed);
    CHECK(objects.destroyed_under(destroyed) == worker);

    objects = after_start();
    objects.learn(event(worker, Operation::run_begin, object));
    objects.learn(destroyed);
    CHECK(objects.destroyed_under(destroyed) == worker);
}

TEST_CASE("nobody is at work on an object whose run has ended, or that was never started") {
    ThreadObjects objects = after_start();
    objects.learn(event(worker, Operation::run_begin, object));
    objects.learn(event(worker, Operation::run_end, object));
    objects.learn(destroyed);
    CHECK(objects.destroyed_under(destroyed) == no_thread);

    objects.learn(event(0, Operation::thread_constructed, object));  // another at the same place
    objects.learn(destroyed);
    CHECK(objects.destroyed_under(destroyed) == no_thread);
}

TEST_CASE("a join after the object has gone is its destructor's") {
    ThreadObjects objects = after_start();
    CHECK_FALSE(objects.is_join_of_destructor(about(Operation::join, worker)));
    objects.learn(destroyed);
    CHECK(objects.is_join_of_destructor(about(Operation::join, worker)));
    CHECK_FALSE(objects.is_join_of_destructor(about(Operation::join, 2)));
}
