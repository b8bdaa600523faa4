#include "process/runner.hpp"

#include <poll.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <vector>

#include "base/assert.hpp"
#include "process/interrupt.hpp"

namespace heddle::process {
namespace {

using Clock = std::chrono::steady_clock;

// A started command with what has been read from it so far.
struct Job {
    Ticket ticket = 0;
    Child child;
    Bounds bounds;
    Clock::time_point started;
    std::string output;
    std::string errors;
    bool is_late = false;

    std::chrono::milliseconds age() const {
        return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - started);
    }
    // At least 0, so that poll never takes it for "forever".
    std::chrono::milliseconds time_left() const {
        return std::max(std::chrono::milliseconds(0), bounds.deadline - age());
    }
};

// Reads what is there without blocking. Closes the pipe at its end.
void drain(Descriptor& pipe, std::string& text, std::size_t most) {
    std::array<char, 65536> buffer;
    while (pipe.is_open()) {
        const ssize_t got = ::read(pipe.number(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0 && errno == EAGAIN) return;
        if (got <= 0) return pipe.close();
        const std::size_t room = most - std::min(most, text.size());
        text.append(buffer.data(), std::min(room, static_cast<std::size_t>(got)));
        if (static_cast<std::size_t>(got) < buffer.size()) return;
    }
}

void drain(Job& job) {
    drain(job.child.output(), job.output, job.bounds.output_bytes);
    drain(job.child.errors(), job.errors, job.bounds.output_bytes);
}

Completed complete(Job job) {
    Completed completed{job.ticket, job.child.reap(), {}, {}, job.age()};
    drain(job);  // what was still in the pipes; nobody is left to write
    if (job.is_late) completed.status.ending = Ending::deadline_passed;
    completed.output = std::move(job.output);
    completed.errors = std::move(job.errors);
    return completed;
}

class LocalRunner : public CommandRunner {
  public:
    base::Expected<Ticket> start(const Command& command, const Bounds& bounds) override {
        auto child = Child::start(command);
        if (!child) return tl::unexpected(child.error());
        jobs_.push_back({++last_ticket_, *std::move(child), bounds, Clock::now(), {}, {}});
        return last_ticket_;
    }

    base::Expected<Completed> wait() override {
        HEDDLE_ASSERT(!jobs_.empty());
        for (;;) {
            poll_all();
            if (is_interrupted()) {
                jobs_.clear();
                return base::fail(interrupted_error());
            }
            for (Job& job : jobs_)
                attend(job);
            const auto ended = std::find_if(jobs_.begin(), jobs_.end(), has_ended);
            if (ended == jobs_.end()) continue;
            Job job = std::move(*ended);
            jobs_.erase(ended);
            return complete(std::move(job));
        }
    }

  private:
    // Sleeps until something can be read, a child ends, a deadline passes or the user interrupts.
    void poll_all() {
        std::vector<pollfd> descriptors = {{interrupt_descriptor(), POLLIN, 0}};
        std::chrono::milliseconds patience = jobs_.front().time_left();
        for (Job& job : jobs_) {
            for (const int number : {job.child.output().number(), job.child.errors().number(),
                                     job.child.end_descriptor()})
                descriptors.push_back({number, POLLIN, 0});
            if (!job.is_late) patience = std::min(patience, job.time_left());
        }
        ::poll(descriptors.data(), descriptors.size(), static_cast<int>(patience.count()) + 1);
    }

    static void attend(Job& job) {
        drain(job);
        if (job.is_late || job.time_left().count() > 0) return;
        job.is_late = true;
        job.child.kill();
    }

    static bool has_ended(const Job& job) {
        pollfd end = {job.child.end_descriptor(), POLLIN, 0};
        return ::poll(&end, 1, 0) == 1;
    }

    std::vector<Job> jobs_;
    Ticket last_ticket_ = 0;
};

}  // namespace

std::unique_ptr<CommandRunner> make_runner() {
    return std::make_unique<LocalRunner>();
}

base::Expected<Completed> run(CommandRunner& runner, const Command& command, const Bounds& bounds) {
    const auto ticket = runner.start(command, bounds);
    if (!ticket) return tl::unexpected(ticket.error());
    return runner.wait();
}

base::Error interrupted_error() {
    return {"interrupted", "", "Nothing was graded. Run the same command again."};
}

}  // namespace heddle::process
