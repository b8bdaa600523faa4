#include "explore/names.hpp"

#include <pthread.h>

#include "catch.hpp"

using heddle::explore::Names;
using heddle::explore::ObservedStep;
using heddle::explore::Sources;
using heddle::explore::Symbols;
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

std::optional<Symbols::Variable> no_variables(std::uint64_t) {
    return std::nullopt;
}

}  // namespace

TEST_CASE("an element of a global array is called by its place in it") {
    const Sources sources = {{"counter.cpp", {"pthread_mutex_lock(&forks[i]);"}}};
    const std::vector<std::string> threads;
    const auto forks = [](std::uint64_t) {
        return std::optional(Symbols::Variable{"forks", 0x1000 - 2 * sizeof(pthread_mutex_t),
                                               5 * sizeof(pthread_mutex_t)});
    };
    Names names(sources, threads, forks);
    names.learn(step(Operation::lock, 1, 19));
    names.settle();
    CHECK(names.of(Operation::lock, 0x1000) == "forks[2]");
}

TEST_CASE("a mutex is called by its own name, not by its guard's") {
    const Sources sources = {{"counter.cpp",
                              {"std::unique_lock<std::mutex> lock(mutex_);",  //
                               "lock.unlock();", "lock.lock();"}}};
    const std::vector<std::string> threads;
    Names names(sources, threads, no_variables);
    names.learn(step(Operation::lock, 1, 34));
    names.learn(step(Operation::unlock, 2, 12));
    names.learn(step(Operation::lock, 3, 10));
    names.settle();
    CHECK(names.of(Operation::lock, 0x1000) == "mutex_");
}

TEST_CASE("two locks that a function calls by one name have their own") {
    const Sources sources = {{"counter.cpp", {"std::scoped_lock held(x);"}}};
    const std::vector<std::string> threads;
    const auto locks = [](std::uint64_t address) {
        const char* const name = address == 0x1000 ? "first" : "second";
        return std::optional(Symbols::Variable{name, address, sizeof(pthread_mutex_t)});
    };
    Names names(sources, threads, locks);
    ObservedStep one = step(Operation::lock, 1, 22);
    names.learn(one);
    one.raw.address = 0x2000;
    names.learn(one);
    names.settle();
    CHECK(names.of(Operation::lock, 0x1000) == "first");
    CHECK(names.of(Operation::lock, 0x2000) == "second");
}

TEST_CASE("two locks that have one name everywhere are numbered by first use") {
    const Sources sources = {{"counter.cpp", {"std::scoped_lock held(from.m);"}}};
    const std::vector<std::string> threads;
    Names names(sources, threads, no_variables);
    ObservedStep one = step(Operation::lock, 1, 22);
    one.raw.address = 0x2000;
    names.learn(one);
    one.raw.address = 0x1000;
    names.learn(one);
    names.settle();
    CHECK(names.of(Operation::lock, 0x2000) == "from.m #1");
    CHECK(names.of(Operation::lock, 0x1000) == "from.m #2");
}

TEST_CASE("a plain access to a global of its size is to that global, whatever stands on the line") {
    const Sources sources = {{"counter.cpp", {"if (e > end) return;"}}};
    const std::vector<std::string> threads;
    const auto variable_of = [](std::uint64_t size) {
        return [size](std::uint64_t) {
            return std::optional(Symbols::Variable{"end", 0x1000, size});
        };
    };
    ObservedStep read = step(Operation::read, 1, 7);
    read.raw.size = 4;
    Names of_global(sources, threads, variable_of(4));
    of_global.learn(read);
    of_global.settle();
    CHECK(of_global.of(Operation::read, 0x1000) == "end");
    Names of_part(sources, threads, variable_of(8));
    of_part.learn(read);
    of_part.settle();
    CHECK(of_part.of(Operation::read, 0x1000) == "e");
}
