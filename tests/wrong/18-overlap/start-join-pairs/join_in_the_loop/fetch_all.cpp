#include "fetch_all.hpp"

#include <thread>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages(urls.size());
    for (size_t i = 0; i < urls.size(); i++) {
        std::thread t([&pages, &urls, i] { pages[i] = heddle::fetch(urls[i]); });
        t.join();
    }
    return pages;
}
