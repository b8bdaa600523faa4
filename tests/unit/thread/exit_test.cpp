// Points 6 and 9 of the lecture's Thread, in processes of their own: what the end of the program
// waits for, and what it is ended for.
#include <chrono>
#include <cstdio>
#include <latch>
#include <string>
#include <thread>

#include "catch.hpp"
#include "child.hpp"
#include "heddle/thread.hpp"

using heddle::make_thread;
using heddle::Thread;
using std::chrono::milliseconds;

namespace {

void pause_then_print(const char* text) {
    std::this_thread::sleep_for(milliseconds(3));
    std::printf("%s ", text);
}

/// Waits until the program is over.
void wait_for_ever() {
    std::latch never(1);
    never.wait();
}

class JoinsTooLate : public Thread {
  public:
    ~JoinsTooLate() override { join(); }
};
class Derived : public JoinsTooLate {
  public:
    void run() override { std::this_thread::sleep_for(milliseconds(50)); }
};

}  // namespace

TEST_CASE("the program waits for its threads before it ends") {
    const auto result = run_in_child([] {
        static Thread thread(pause_then_print, "done");
        thread.start();
    });
    REQUIRE(result.exit_code == 0);
    REQUIRE(result.output == "done ");
}

TEST_CASE("the program waits also for threads that begin while it waits") {
    const auto result = run_in_child([] {
        static Thread second(pause_then_print, "second");
        static Thread first([] {
            pause_then_print("first");
            second.start();
        });
        first.start();
    });
    REQUIRE(result.output == "first second ");
}

TEST_CASE("the exit code is kept while threads are waited for") {
    const auto result = run_in_child([] {
        static Thread thread(pause_then_print, "done");
        thread.start();
        std::exit(3);
    });
    REQUIRE(result.exit_code == 3);
    REQUIRE(result.output == "done ");
}

TEST_CASE("a thread that calls exit waits for the others, not for itself") {
    const auto result = run_in_child([] {
        static Thread other(pause_then_print, "other");
        other.start();
        make_thread<Thread>(heddle::ThreadOptions{.daemon = true}, [] { std::exit(3); })->start();
        wait_for_ever();
    });
    REQUIRE(result.exit_code == 3);
    REQUIRE(result.output == "other ");
}

TEST_CASE("a thread may wait for the main thread, and then for its end only") {
    const auto result = run_in_child([] {
        static Thread thread([] {
            heddle::main_thread().join();
            std::printf("after main ");
        });
        thread.start();
        std::printf("main ");
    });
    REQUIRE(result.exit_code == 0);
    REQUIRE(result.output == "main after main ");
}

TEST_CASE("daemons are abandoned, and output is flushed") {
    const auto result = run_in_child([] {
        make_thread<Thread>(heddle::ThreadOptions{.daemon = true}, wait_for_ever)->start();
        std::printf("main is over");
    });
    REQUIRE(result.exit_code == 0);
    REQUIRE(result.output == "main is over");
}

TEST_CASE("the owner of a running daemon doesn't wait, and its object is kept") {
    const auto result = run_in_child([] {
        static std::latch owner_is_gone(1);
        static std::latch has_looked(1);
        {
            const auto daemon =
                make_thread<Thread>(heddle::ThreadOptions{.name = "ticker", .daemon = true}, [] {
                    owner_is_gone.wait();
                    std::printf("%s looks", heddle::current_thread().name().c_str());
                    has_looked.count_down();
                });
            daemon->start();
        }
        std::printf("left, ");
        owner_is_gone.count_down();
        has_looked.wait();
    });
    REQUIRE(result.exit_code == 0);
    REQUIRE(result.output == "left, ticker looks");
}

TEST_CASE("an exception that nobody caught is printed with the thread's name") {
    const auto result = run_in_child([] {
        Thread thread({.name = "printer"}, [] { throw std::runtime_error("no paper"); });
        thread.start();
        thread.join();
    });
    REQUIRE(result.exit_code == 0);
    REQUIRE(result.output == "Exception in thread printer: no paper\n");
}

TEST_CASE("destroying a thread that still runs ends the program with a reason") {
    const auto result = run_in_child([] {
        Thread thread({.name = "worker"}, wait_for_ever);
        thread.start();
    });
    REQUIRE(result.signal == SIGABRT);
    REQUIRE(result.output.find("worker was destroyed while run() was still at work on it") !=
            std::string::npos);
}

TEST_CASE("a join in the destructor of a base class comes too late, and is told so") {
    const auto result = run_in_child([] {
        Derived thread;
        thread.start();
    });
    REQUIRE(result.output.find("destroyed while run()") != std::string::npos);
}
