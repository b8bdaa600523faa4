#include "fetch_all.hpp"

#include <mutex>
#include <thread>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages(urls.size());
    std::mutex mutex;
    std::size_t next = 0;
    const auto fetch_some = [&] {
        std::unique_lock lock(mutex);
        while (next < urls.size()) {
            const std::size_t i = next++;
            lock.unlock();
            pages[i] = heddle::fetch(urls[i]);
            lock.lock();
            if (next % 3 == 0) heddle::sleep(heddle::Ticks(50));  // three at a time, then a rest
        }
    };
    std::vector<std::thread> threads;
    for (int i = 0; i < limit; ++i)
        threads.emplace_back(fetch_some);
    for (auto& thread : threads)
        thread.join();
    return pages;
}
