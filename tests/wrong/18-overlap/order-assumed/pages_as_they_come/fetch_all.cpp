#include "fetch_all.hpp"

#include <atomic>
#include <mutex>
#include <thread>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages;
    std::mutex pages_mutex;
    std::atomic<std::size_t> next = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < limit; ++t) {
        threads.emplace_back([&] {
            for (std::size_t i = next++; i < urls.size(); i = next++) {
                heddle::Page page = heddle::fetch(urls[i]);
                std::lock_guard<std::mutex> lock(pages_mutex);
                pages.push_back(page);
            }
        });
    }
    for (auto& thread : threads) thread.join();
    return pages;
}
