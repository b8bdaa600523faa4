#include "fetch_all.hpp"

#include <atomic>
#include <mutex>
#include <thread>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages(urls.size());
    std::mutex pages_mutex;
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> threads;
    for (int t = 0; t < limit; ++t) {
        threads.emplace_back([&] {
            while (true) {
                const std::size_t i = next;
                if (i >= urls.size()) break;
                next = i + 1;
                auto page = heddle::fetch(urls[i]);
                std::lock_guard<std::mutex> lock(pages_mutex);
                pages[i] = page;
            }
        });
    }
    threads.clear();
    return pages;
}
