#include "process/runner.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <csignal>
#include <fstream>
#include <string>
#include <thread>

#include "catch.hpp"
#include "process/interrupt.hpp"
#include "temporary_folder.hpp"

using namespace heddle::process;
using namespace std::chrono_literals;

namespace {

Command shell(std::string script) {
    return {.argv = {"/bin/sh", "-c", std::move(script)}, .environment = plain_environment()};
}

Completed finish(const Command& command, const Bounds& bounds = {}) {
    return run(*make_runner(), command, bounds).value();
}

// Whether the process still runs; one that is dead but not yet reaped by its new parent doesn't.
bool runs(const std::string& pid) {
    std::ifstream stat("/proc/" + std::to_string(std::stol(pid)) + "/stat");
    std::string number, name;
    char state = 'X';
    stat >> number >> name >> state;
    return state != 'Z' && state != 'X';
}

// Gives a killed process a moment to go.
bool is_gone(const std::string& pid) {
    for (int i = 0; i < 1000 && runs(pid); ++i)
        std::this_thread::sleep_for(1ms);
    return !runs(pid);
}

}  // namespace

TEST_CASE("output, errors and exit code come back") {
    const Completed done = finish(shell("echo out; echo err >&2; exit 3"));
    CHECK(done.output == "out\n");
    CHECK(done.errors == "err\n");
    CHECK(done.status.ending == Ending::exited);
    CHECK(done.status.code == 3);
    CHECK_FALSE(done.status.is_success());
}

TEST_CASE("a signal that ends the child is named") {
    const Completed done = finish(shell("kill -SEGV $$"));
    CHECK(done.status.ending == Ending::signalled);
    CHECK(done.status.code == SIGSEGV);
}

TEST_CASE("arguments reach the program as they are, without a shell") {
    const Completed done = finish(
        {.argv = {"printf", "%s|", "a b", "$HOME", "*"}, .environment = plain_environment()});
    CHECK(done.output == "a b|$HOME|*|");
}

TEST_CASE("the environment is the one given and nothing else") {
    Command command = {.argv = {"/usr/bin/env"}, .environment = {"ONLY=this"}};
    CHECK(finish(command).output == "ONLY=this\n");
}

TEST_CASE("the child reads nothing from us and runs in its folder") {
    const TemporaryFolder folder;
    Command command = shell("cat; pwd -P");
    command.folder = folder.path();
    CHECK(finish(command).output == std::filesystem::canonical(folder.path()).string() + "\n");
}

TEST_CASE("a program that isn't there is an error that names it") {
    const auto result = run(*make_runner(), {.argv = {"/no/such/program"}, .environment = {}});
    REQUIRE_FALSE(result);
    CHECK(result.error().what == "can't start /no/such/program: No such file or directory");
}

TEST_CASE("a deadline ends the child and everything it started") {
    const Completed done = finish(shell("sleep 100 & echo $!; sleep 100"), {.deadline = 200ms});
    CHECK(done.status.ending == Ending::deadline_passed);
    CHECK(done.wall < 10s);
    CHECK(is_gone(done.output));
}

TEST_CASE("a background process doesn't outlive the child, nor delay its end") {
    const Completed done = finish(shell("sleep 100 & echo $!"));
    CHECK(done.status.is_success());
    CHECK(done.wall < 10s);
    CHECK(is_gone(done.output));
}

TEST_CASE("endless output is cut, not kept, and doesn't block the child") {
    const Completed done =
        finish(shell("head -c 300000000 /dev/zero; echo end >&2"), {.output_bytes = 1000});
    CHECK(done.output.size() == 1000);
    CHECK(done.errors == "end\n");
}

TEST_CASE("two commands run at the same time") {
    // Each writes into a FIFO that only the other reads, so neither ends alone.
    const TemporaryFolder folder;
    const auto runner = make_runner();
    REQUIRE(::mkfifo((folder.path() / "fifo").c_str(), 0600) == 0);
    Command reader = shell("cat fifo");
    Command writer = shell("echo hello > fifo");
    reader.folder = writer.folder = folder.path();

    const Ticket first = runner->start(reader, {}).value();
    REQUIRE(runner->start(writer, {}));
    const Completed one = runner->wait().value();
    const Completed two = runner->wait().value();
    CHECK((one.ticket == first ? one : two).output == "hello\n");
}

TEST_CASE("a runner that goes takes its children along") {
    const TemporaryFolder folder;
    const std::string pid_file = folder.path() / "pid";
    {
        const auto runner = make_runner();
        REQUIRE(runner->start(shell("echo $$ > " + pid_file + ".new; mv " + pid_file + ".new " +
                                    pid_file + "; sleep 100"),
                              {}));
        while (!std::filesystem::exists(pid_file))
            std::this_thread::sleep_for(1ms);
    }
    const Completed done = finish({.argv = {"cat", pid_file}, .environment = plain_environment()});
    CHECK(is_gone(done.output));
}

TEST_CASE("a descriptor that is handed over reaches the child, any other doesn't") {
    const TemporaryFolder folder;
    const Descriptor file(::open((folder.path() / "f").c_str(), O_CREAT | O_RDWR, 0600));
    Command command = shell("ls /proc/self/fd | tr '\\n' ' '");
    command.handovers = {{file.number(), 7}};
    // 0, 1, 2, the one handed over, and the one with which ls reads the folder.
    CHECK(finish(command).output == "0 1 2 3 7 ");
}

TEST_CASE("limits and a fixed address layout bind the child") {
    Command command = shell("ulimit -c; ulimit -f");
    command.limits = {{RLIMIT_CORE, 0}, {RLIMIT_FSIZE, 512 * 8}};
    CHECK(finish(command).output == "0\n8\n");
}

TEST_CASE("an interrupt ends the wait, the children and nothing else") {
    // In a process of its own, since the signal stays noticed for good.
    const pid_t child = ::fork();
    if (child == 0) {
        watch_interrupts();
        const auto runner = make_runner();
        if (!runner->start(shell("sleep 100"), {})) ::_exit(2);
        ::raise(SIGINT);
        const auto result = runner->wait();
        ::_exit(!result && is_interrupted() ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
}
