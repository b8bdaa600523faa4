#include "target.hpp"

struct Countdown {
    int count;
    heddle::Sink* sink;
    void run() { countdown(count, *sink); }
};

struct Square {
    int number = 0;
    int result = 0;
    void compute() { result = slow_square(number); }
};

void countdown(int count, heddle::Sink& sink) {
    while (count > 0) {
        sink.put(count);
        --count;
        heddle::sleep(heddle::Ticks(5000));
    }
}

std::unique_ptr<heddle::Thread> launch(int count, heddle::Sink& sink) {
    auto thread = heddle::make_thread<heddle::Thread>(&Countdown::run, Countdown{count, &sink});
    thread->start();
    return thread;
}

std::vector<int> squares(std::span<const int> numbers) {
    std::vector<Square> jobs(numbers.size());
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        jobs[i].number = numbers[i];
        threads.push_back(heddle::make_thread<heddle::Thread>(&Square::compute, &jobs[i]));
        threads.back()->start();
    }
    std::vector<int> results;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        threads[i]->join();
        results.push_back(jobs[i].result);
    }
    return results;
}
