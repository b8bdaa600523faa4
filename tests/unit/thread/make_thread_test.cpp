// Point 9 of the lecture's Thread: make_thread, whose owner waits before a member is destroyed.
#include <latch>
#include <memory>
#include <string>
#include <vector>

#include "catch.hpp"
#include "heddle/thread.hpp"

using heddle::make_thread;
using heddle::Thread;

namespace {

/// Uses a member until it is allowed to end.
class Busy : public Thread {
  public:
    Busy(std::latch& may_end, std::string& result) : may_end_(may_end), result_(result) {}
    void run() override {
        may_end_.wait();
        for (const int each : values_)
            result_ += std::to_string(each);
    }

  private:
    std::latch& may_end_;
    std::string& result_;
    std::vector<int> values_ = {1, 2, 3};
};

class StartsItself : public Thread {
  public:
    explicit StartsItself(bool& ran) : ran_(ran) { start(); }
    void run() override { ran_ = true; }

  private:
    bool& ran_;
};

struct Failing : Thread {
    Failing() { throw std::runtime_error("no room"); }
};

struct alignas(64) Aligned : Thread {
    int* value;
    explicit Aligned(int* out) : value(out) {}
    void run() override { *value = 1; }
};

struct Tag {
    virtual ~Tag() = default;
    int number = 3;
};
struct Second : Tag, Thread {
    int* value;
    explicit Second(int* out) : value(out) {}
    void run() override { *value = number; }
};

}  // namespace

TEST_CASE("the owner of a thread waits for it before its members are destroyed") {
    std::string result;
    std::latch may_end(1);
    {
        const auto busy = make_thread<Busy>(may_end, result);
        busy->start();
        may_end.count_down();
    }
    REQUIRE(result == "123");
}

TEST_CASE("an owner can be handed on as a unique_ptr<Thread>") {
    std::string result;
    std::latch may_end(1);
    std::vector<std::unique_ptr<Thread>> threads;
    threads.push_back(make_thread<Busy>(may_end, result));
    threads.front()->start();
    may_end.count_down();
    threads.clear();
    REQUIRE(result == "123");
}

TEST_CASE("an owner's wait counts as one") {
    const int before = heddle::detail::thread_counts().awaited;
    {
        make_thread([] {})->start();
    }
    REQUIRE(heddle::detail::thread_counts().awaited == before + 1);
}

TEST_CASE("an owner may join first") {
    int calls = 0;
    const auto thread = make_thread([&] { ++calls; });
    thread->start();
    thread->join();
    REQUIRE(calls == 1);
}

TEST_CASE("a target needs no class") {
    int calls = 0;
    {
        make_thread([&] { ++calls; })->start();
    }
    REQUIRE(calls == 1);
}

TEST_CASE("an owner doesn't wait for a thread that nobody started") {
    int calls = 0;
    {
        const auto thread = make_thread([&] { ++calls; });
    }
    REQUIRE(calls == 0);
}

TEST_CASE("an owned thread can't start in its constructor") {
    bool ran = false;
    REQUIRE_THROWS_WITH(make_thread<StartsItself>(ran),
                        Catch::Contains("started before its constructor had ended"));
    REQUIRE_FALSE(ran);
}

TEST_CASE("a constructor that throws leaves no thread behind, and the next one works") {
    REQUIRE_THROWS_WITH(make_thread<Failing>(), "no room");
    int calls = 0;
    Thread thread([&] { ++calls; });
    thread.start();
    thread.join();
    REQUIRE(calls == 1);
}

TEST_CASE("an owned thread may be aligned more than usual, or have another base first") {
    int of_aligned = 0;
    int of_second = 0;
    {
        const auto aligned = make_thread<Aligned>(&of_aligned);
        const std::unique_ptr<Thread> second = make_thread<Second>(&of_second);
        aligned->start();
        second->start();
        REQUIRE(reinterpret_cast<std::uintptr_t>(aligned.get()) % 64 == 0);
    }
    REQUIRE(of_aligned == 1);
    REQUIRE(of_second == 3);
}
