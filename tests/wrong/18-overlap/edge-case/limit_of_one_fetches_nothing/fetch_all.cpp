#include "fetch_all.hpp"

#include <atomic>
#include <thread>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages(urls.size());
    std::atomic<std::size_t> next = 0;
    auto work = [&] {
        for (std::size_t i = next++; i < urls.size(); i = next++)
            pages[i] = heddle::fetch(urls[i]);
    };
    // the caller is one of them
    std::vector<std::thread> helpers;
    for (int t = 1; t < limit; ++t)
        helpers.emplace_back(work);
    if (!helpers.empty()) work();
    for (auto& helper : helpers)
        helper.join();
    return pages;
}
