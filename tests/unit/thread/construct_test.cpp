// Points 1, 2 and 5 of the lecture's Thread: what a Thread is made of, run(), and daemons.
#include <latch>
#include <memory>
#include <string>

#include "catch.hpp"
#include "heddle/thread.hpp"

using heddle::Thread;

namespace {

void add_to(int& sum, int value) {
    sum += value;
}

void take(std::unique_ptr<int> value, int& out) {
    out = *value;
}

struct Counting {
    int& calls;
    void operator()() const { ++calls; }
};

struct Account {
    int balance = 0;
    void pay_in(int amount) { balance += amount; }
};

void start_and_join(Thread& thread) {
    thread.start();
    thread.join();
}

bool begins_with(const std::string& text, const std::string& prefix) {
    return text.compare(0, prefix.size(), prefix) == 0;
}

}  // namespace

static_assert(!std::is_copy_constructible_v<Thread> && !std::is_move_constructible_v<Thread>);
static_assert(!std::is_copy_assignable_v<Thread> && !std::is_move_assignable_v<Thread>);

TEST_CASE("a thread calls its target with its arguments") {
    int sum = 0;
    Thread thread(add_to, std::ref(sum), 5);
    start_and_join(thread);
    REQUIRE(sum == 5);
}

TEST_CASE("a thread works on copies of its arguments") {
    int seen = 0;
    int value = 1;
    Thread thread([&seen](const int& copy) { seen = copy; }, value);
    value = 2;
    start_and_join(thread);
    REQUIRE(seen == 1);
}

TEST_CASE("std::ref lets a thread work on the caller's variable") {
    int value = 1;
    Thread thread([](int& shared) { shared = 7; }, std::ref(value));
    start_and_join(thread);
    REQUIRE(value == 7);
}

TEST_CASE("an argument may be moved into a thread") {
    int out = 0;
    Thread thread(take, std::make_unique<int>(3), std::ref(out));
    start_and_join(thread);
    REQUIRE(out == 3);
}

TEST_CASE("a target may hold what can't be copied") {
    int out = 0;
    Thread thread([value = std::make_unique<int>(3), &out] { out = *value; });
    start_and_join(thread);
    REQUIRE(out == 3);
}

TEST_CASE("a target may be a member function") {
    Account account;
    Thread thread(&Account::pay_in, &account, 10);
    start_and_join(thread);
    REQUIRE(account.balance == 10);
}

TEST_CASE("options name a thread") {
    int calls = 0;
    const Thread thread({.name = "ticker"}, Counting{calls});
    REQUIRE(thread.name() == "ticker");
}

TEST_CASE("threads without a name are numbered") {
    const Thread first;
    const Thread second;
    REQUIRE(begins_with(first.name(), "Thread-"));
    const int number = std::stoi(first.name().substr(7));
    REQUIRE(second.name() == "Thread-" + std::to_string(number + 1));
}

TEST_CASE("the default name tells the target's name where it has one") {
    int calls = 0;
    const Thread of_class{Counting{calls}};
    const Thread of_lambda([] {});
    REQUIRE(of_class.name().find(" (Counting)") != std::string::npos);
    REQUIRE(of_lambda.name().find('(') == std::string::npos);
}

TEST_CASE("run on its own is an ordinary call, and calls the target once") {
    int calls = 0;
    Thread thread(Counting{calls});
    thread.run();
    thread.run();
    REQUIRE(calls == 1);
    REQUIRE(thread.ident() == 0);
}

TEST_CASE("start executes the run of the derived class") {
    struct Answer : Thread {
        int value = 0;
        void run() override { value = 42; }
    } answer;
    start_and_join(answer);
    REQUIRE(answer.value == 42);
}

TEST_CASE("a derived class may call the target itself") {
    struct Twice : Thread {
        using Thread::Thread;
        int calls = 0;
        void run() override {
            ++calls;
            Thread::run();
        }
    };
    int sum = 0;
    Twice twice(add_to, std::ref(sum), 3);
    start_and_join(twice);
    REQUIRE(sum == 3);
    REQUIRE(twice.calls == 1);
}

TEST_CASE("a thread that nobody started may be destroyed") {
    int calls = 0;
    { const Thread thread{Counting{calls}}; }
    REQUIRE(calls == 0);
}

TEST_CASE("a thread is a daemon only on request") {
    const Thread plain;
    const Thread asked({.daemon = true});
    REQUIRE_FALSE(plain.daemon());
    REQUIRE(asked.daemon());
}

TEST_CASE("daemon is inherited from the creator, unless said otherwise") {
    bool inherited = false;
    bool declined = true;
    Thread creator({.daemon = true}, [&] {
        inherited = Thread().daemon();
        declined = Thread({.daemon = false}).daemon();
    });
    start_and_join(creator);
    REQUIRE(inherited);
    REQUIRE_FALSE(declined);
}

TEST_CASE("daemon can be set before start only") {
    std::latch may_end(1);
    Thread thread([&] { may_end.wait(); });
    thread.set_daemon(true);
    thread.set_daemon(false);
    thread.start();
    REQUIRE_THROWS_WITH(thread.set_daemon(true),
                        Catch::Contains("cannot set daemon status of active thread"));
    may_end.count_down();
    thread.join();
    REQUIRE_THROWS_AS(thread.set_daemon(true), std::logic_error);
    REQUIRE_FALSE(thread.daemon());
}
