#include "fetch_all.hpp"

#include <future>

using namespace heddle;

std::vector<Page> fetch_all(std::span<const Url> urls, int limit) {
    std::vector<Page> pages;
    for (const Url& url : urls) {
        auto page = std::async(std::launch::async, [&url] { return fetch(url); });
        pages.push_back(page.get());
    }
    return pages;
}
