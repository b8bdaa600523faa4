#include "target.hpp"

#include <functional>

void countdown(int count, heddle::Sink& sink) {
    while (count > 0) {
        sink.put(count);
        --count;
        heddle::sleep(heddle::Ticks(5000));
    }
}

std::unique_ptr<heddle::Thread> launch(int count, heddle::Sink& sink) {
    auto thread = heddle::make_thread(countdown, count, std::ref(sink));
    thread->start();
    return thread;
}

struct Job {
    int number;
    int square = 0;
    void operator()() { square = slow_square(number); }
};

std::vector<int> squares(std::span<const int> numbers) {
    std::vector<Job> jobs;
    for (int number : numbers) jobs.push_back(Job{number});
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    for (Job& job : jobs) {
        threads.push_back(heddle::make_thread(job));
        threads.back()->start();
    }
    std::vector<int> results;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        threads[i]->join();
        results.push_back(jobs[i].square);
    }
    return results;
}
