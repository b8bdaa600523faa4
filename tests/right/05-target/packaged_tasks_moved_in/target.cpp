#include "target.hpp"

#include <future>

void countdown(int count, heddle::Sink& sink) {
    for (int i = count; i > 0; i--) {
        sink.put(i);
        heddle::sleep(heddle::Ticks(5000));
    }
}

std::unique_ptr<heddle::Thread> launch(int count, heddle::Sink& sink) {
    std::packaged_task<void(int)> task([&sink](int from) { countdown(from, sink); });
    auto thread = heddle::make_thread<heddle::Thread>(std::move(task), count);
    thread->start();
    return thread;
}

std::vector<int> squares(std::span<const int> numbers) {
    std::vector<std::future<int>> futures;
    std::vector<std::unique_ptr<heddle::Thread>> threads;
    for (int number : numbers) {
        std::packaged_task<int(int)> task(slow_square);
        futures.push_back(task.get_future());
        threads.push_back(heddle::make_thread<heddle::Thread>(std::move(task), number));
        threads.back()->start();
    }
    std::vector<int> results;
    for (std::size_t i = 0; i < futures.size(); ++i) {
        results.push_back(futures[i].get());
        threads[i]->join();
    }
    return results;
}
