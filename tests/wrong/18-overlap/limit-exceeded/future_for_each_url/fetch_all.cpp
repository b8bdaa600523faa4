#include "fetch_all.hpp"

#include <future>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<std::future<heddle::Page>> futures;
    for (const auto& url : urls)
        futures.push_back(std::async(std::launch::async, [&url] { return heddle::fetch(url); }));
    std::vector<heddle::Page> pages;
    for (auto& future : futures)
        pages.push_back(future.get());
    return pages;
}
