#include "fetch_all.hpp"

#include <algorithm>
#include <atomic>
#include <thread>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages(urls.size());  // each slot is written by one thread only
    std::atomic<std::size_t> next = 0;             // the first url that nobody has taken

    const auto fetch_until_none_is_left = [&] {
        for (std::size_t i = next.fetch_add(1); i < urls.size(); i = next.fetch_add(1))
            pages[i] = heddle::fetch(urls[i]);
    };

    const std::size_t workers = std::min(urls.size(), static_cast<std::size_t>(limit));
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < workers; ++i)
        threads.emplace_back(fetch_until_none_is_left);
    for (std::thread& thread : threads)
        thread.join();
    return pages;
}
