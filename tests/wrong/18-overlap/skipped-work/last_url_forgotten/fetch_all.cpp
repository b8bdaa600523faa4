#include "fetch_all.hpp"

#include <atomic>
#include <thread>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages(urls.size());
    std::atomic<int> next(-1);
    std::vector<std::thread> threads;
    for (int t = 0; t < limit; ++t) {
        threads.emplace_back([&] {
            while (next + 1 < (int)urls.size() - 1) {
                int i = ++next;
                if (i < (int)urls.size() - 1) pages[i] = heddle::fetch(urls[i]);
            }
        });
    }
    for (auto& thread : threads) thread.join();
    return pages;
}
