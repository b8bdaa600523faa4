#include "fetch_all.hpp"

#include <atomic>
#include <thread>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages;
    std::atomic<std::size_t> next = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < limit; ++t) {
        threads.emplace_back([&] {
            for (std::size_t i = next++; i < urls.size(); i = next++)
                pages.push_back(heddle::fetch(urls[i]));
        });
    }
    for (auto& thread : threads) thread.join();
    return pages;
}
