#include "fetch_all.hpp"

#include <thread>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages;
    std::thread worker([&] {
        for (const auto& url : urls)
            pages.push_back(heddle::fetch(url));
    });
    worker.join();
    return pages;
}
