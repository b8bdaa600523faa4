#include "fetch_all.hpp"

#include <atomic>
#include <semaphore>
#include <thread>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages(urls.size());
    std::counting_semaphore<1000> permits(limit);
    std::atomic<std::size_t> next{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < limit; ++t) {
        threads.emplace_back([&] {
            while (true) {
                permits.acquire();
                std::size_t i = next++;
                if (i >= urls.size()) return;
                pages[i] = heddle::fetch(urls[i]);
            }
        });
    }
    for (auto& thread : threads) thread.join();
    return pages;
}
