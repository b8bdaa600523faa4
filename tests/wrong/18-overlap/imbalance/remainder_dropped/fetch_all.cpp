#include "fetch_all.hpp"

#include <thread>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages(urls.size());
    int share = urls.size() / limit;
    std::vector<std::thread> threads;
    for (int t = 0; t < limit; ++t) {
        threads.emplace_back([&, t] {
            for (int i = t * share; i < (t + 1) * share; ++i)
                pages[i] = heddle::fetch(urls[i]);
        });
    }
    for (auto& thread : threads) thread.join();
    return pages;
}
