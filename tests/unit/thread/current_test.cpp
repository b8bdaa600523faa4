// Points 7 and 8 of the lecture's Thread: exceptions that leave run(), and who is running.
#include <algorithm>
#include <latch>
#include <string>
#include <thread>
#include <vector>

#include "catch.hpp"
#include "heddle/thread.hpp"

using heddle::Thread;

namespace {

/// Keeps what the excepthook is told, and puts the old hook back.
class Caught {
  public:
    Caught()
        : previous_(heddle::set_excepthook([this](const Thread& thread, std::exception_ptr what) {
              threads.push_back(thread.name());
              exceptions.push_back(what);
          })) {}
    ~Caught() { heddle::set_excepthook(previous_); }
    Caught(const Caught&) = delete;
    Caught& operator=(const Caught&) = delete;

    std::vector<std::string> threads;
    std::vector<std::exception_ptr> exceptions;

  private:
    heddle::ExceptHook previous_;
};

template <class Target>
void run_to_its_end(Target target) {
    Thread thread({.name = "worker"}, target);
    thread.start();
    thread.join();
}

bool contains(const std::vector<Thread*>& threads, const Thread& thread) {
    return std::ranges::find(threads, &thread) != threads.end();
}

}  // namespace

TEST_CASE("an exception that leaves run ends that thread only, and goes to the excepthook") {
    Caught caught;
    run_to_its_end([] { throw std::runtime_error("no paper"); });
    REQUIRE(caught.threads == std::vector<std::string>{"worker"});
    REQUIRE_THROWS_WITH(std::rethrow_exception(caught.exceptions.at(0)), "no paper");
}

TEST_CASE("an exception of any type goes to the excepthook") {
    Caught caught;
    run_to_its_end([] { throw 7; });
    REQUIRE_THROWS_AS(std::rethrow_exception(caught.exceptions.at(0)), int);
}

TEST_CASE("join doesn't throw what run threw, and the thread is no longer alive") {
    const Caught caught;
    Thread thread([] { throw std::runtime_error("no paper"); });
    thread.start();
    REQUIRE_NOTHROW(thread.join());
    REQUIRE_FALSE(thread.is_alive());
}

TEST_CASE("ThreadExit ends a thread silently") {
    Caught caught;
    bool came_back = false;
    run_to_its_end([&] {
        if (caught.threads.empty()) throw heddle::ThreadExit();
        came_back = true;
    });
    REQUIRE(caught.threads.empty());
    REQUIRE_FALSE(came_back);
}

TEST_CASE("an excepthook may fail itself") {
    auto previous = heddle::set_excepthook(
        [](const Thread&, std::exception_ptr) { throw std::runtime_error("the hook failed"); });
    run_to_its_end([] { throw std::runtime_error("no paper"); });
    heddle::set_excepthook(previous);
    SUCCEED("the program goes on");
}

TEST_CASE("current_thread is the thread that asks") {
    const Thread* seen = nullptr;
    Thread thread([&] { seen = &heddle::current_thread(); });
    thread.start();
    thread.join();
    REQUIRE(seen == &thread);
    REQUIRE(&heddle::current_thread() == &heddle::main_thread());
}

TEST_CASE("the main thread is alive, is number 1 and no daemon") {
    const Thread& main = heddle::main_thread();
    REQUIRE(main.name() == "MainThread");
    REQUIRE(main.ident() == 1);
    REQUIRE(main.is_alive());
    REQUIRE_FALSE(main.daemon());
}

TEST_CASE("main_thread is the same for all threads") {
    const Thread* seen = nullptr;
    Thread thread([&] { seen = &heddle::main_thread(); });
    thread.start();
    thread.join();
    REQUIRE(seen == &heddle::main_thread());
}

TEST_CASE("each thread that starts gets a number of its own, and keeps it") {
    Thread first([] {});
    Thread second([] {});
    const int before = first.ident();
    first.start();
    const int number = first.ident();
    second.start();
    first.join();
    second.join();
    REQUIRE(before == 0);
    REQUIRE(number > 1);
    REQUIRE(first.ident() == number);
    REQUIRE(second.ident() == number + 1);
}

TEST_CASE("enumerate knows the living, in the order in which they began") {
    std::latch may_end(1);
    Thread thread([&] { may_end.wait(); });
    const auto before = heddle::enumerate();
    thread.start();
    const auto meanwhile = heddle::enumerate();
    may_end.count_down();
    thread.join();
    const auto afterwards = heddle::enumerate();
    REQUIRE_FALSE(contains(before, thread));
    REQUIRE(meanwhile.front() == &heddle::main_thread());
    REQUIRE(meanwhile.back() == &thread);
    REQUIRE_FALSE(contains(afterwards, thread));
}

TEST_CASE("a std::thread has an object too, for as long as it runs") {
    std::string name;
    bool listed = false;
    const auto before = heddle::enumerate().size();
    std::thread elsewhere([&] {
        const Thread& self = heddle::current_thread();
        name = self.name();
        listed = contains(heddle::enumerate(), self);
    });
    elsewhere.join();
    REQUIRE(name.substr(0, 6) == "Dummy-");
    REQUIRE(listed);
    REQUIRE(heddle::enumerate().size() == before);
}
