#include "fetch_all.hpp"

#include <algorithm>
#include <atomic>
#include <thread>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages(std::max<std::size_t>(1, urls.size()));
    std::atomic<std::size_t> next = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < limit; ++t)
        threads.emplace_back([&] {
            for (std::size_t i = next++; i < urls.size(); i = next++)
                pages[i] = heddle::fetch(urls[i]);
        });
    for (auto& thread : threads)
        thread.join();
    return pages;
}
