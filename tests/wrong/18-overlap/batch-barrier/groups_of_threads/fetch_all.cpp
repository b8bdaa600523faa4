#include "fetch_all.hpp"

#include <algorithm>
#include <thread>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages(urls.size());
    for (std::size_t start = 0; start < urls.size(); start += limit) {
        std::size_t end = std::min(urls.size(), start + limit);
        std::vector<std::thread> group;
        for (std::size_t i = start; i < end; ++i)
            group.emplace_back([&, i]() { pages[i] = heddle::fetch(urls[i]); });
        for (auto& thread : group)
            thread.join();
    }
    return pages;
}
