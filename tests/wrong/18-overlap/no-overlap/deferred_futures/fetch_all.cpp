#include "fetch_all.hpp"

#include <future>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<std::future<heddle::Page>> futures;
    for (auto& url : urls)
        futures.push_back(std::async(std::launch::deferred, heddle::fetch, url));
    std::vector<heddle::Page> pages;
    for (auto& f : futures)
        pages.push_back(f.get());
    return pages;
}
