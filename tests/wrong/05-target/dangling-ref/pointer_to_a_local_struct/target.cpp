#include "target.hpp"

struct Args {
    int count;
    heddle::Sink* sink;
};

void countdown(int count, heddle::Sink& sink) {
    for (int i = count; i > 0; i--) {
        sink.put(i);
        heddle::sleep(heddle::Ticks(5000));
    }
}

static void thread_main(void* p) {
    Args* args = static_cast<Args*>(p);
    countdown(args->count, *args->sink);
}

std::unique_ptr<heddle::Thread> launch(int count, heddle::Sink& sink) {
    Args args{count, &sink};
    auto t = std::make_unique<heddle::Thread>(thread_main, &args);
    t->start();
    return t;
}

std::vector<int> squares(std::span<const int> numbers) {
    std::vector<int> results(numbers.size());
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        threads.push_back(heddle::make_thread(
            [&results, i, number = numbers[i]] { results[i] = slow_square(number); }));
    }
    for (auto& thread : threads) thread->start();
    for (auto& thread : threads) thread->join();
    return results;
}
