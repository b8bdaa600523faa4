#include "fetch_all.hpp"

#include <thread>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages(urls.size());
    std::vector<std::thread> threads;
    for (int t = 0; t < limit; ++t) {
        threads.emplace_back([&pages, urls, t, limit] {
            for (std::size_t i = t; i < urls.size(); i += limit)
                pages[i] = heddle::fetch(urls[i]);
        });
    }
    for (auto& t : threads) t.join();
    return pages;
}
