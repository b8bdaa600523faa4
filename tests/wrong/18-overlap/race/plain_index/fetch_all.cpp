#include "fetch_all.hpp"

#include <thread>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages(urls.size());
    std::size_t next = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < limit; ++t) {
        threads.emplace_back([&] {
            while (next < urls.size()) {
                std::size_t i = next++;
                pages[i] = heddle::fetch(urls[i]);
            }
        });
    }
    for (auto& thread : threads) thread.join();
    return pages;
}
