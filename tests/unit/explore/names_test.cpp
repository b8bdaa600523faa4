#include "explore/names.hpp"

#include "catch.hpp"

using heddle::explore::Names;
using heddle::explore::ObservedStep;
using heddle::explore::Sources;
using heddle::scheduler::Operation;

namespace {

ObservedStep step(Operation operation, int line, int column) {
    ObservedStep step;
    step.raw.operation = operation;
    step.raw.address = 0x1000;
    step.place.emplace();
    step.place->line = {"counter.cpp", line};
    step.place->column = column;
    return step;
}

}  // namespace

TEST_CASE("a mutex is called by its own name, not by its guard's") {
    const Sources sources = {{"counter.cpp",
                              {"std::unique_lock<std::mutex> lock(mutex_);",  //
                               "lock.unlock();", "lock.lock();"}}};
    const std::vector<std::string> threads;
    Names names(sources, threads);
    names.learn(step(Operation::lock, 1, 34));
    names.learn(step(Operation::unlock, 2, 12));
    names.learn(step(Operation::lock, 3, 10));
    names.settle();
    CHECK(names.of(Operation::lock, 0x1000) == "mutex_");
}
