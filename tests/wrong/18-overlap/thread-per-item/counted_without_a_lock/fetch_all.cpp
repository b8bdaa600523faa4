#include "fetch_all.hpp"

#include <algorithm>
#include <atomic>
#include <thread>

// Everybody starts, and fetches when there is room.
std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages(urls.size());
    std::atomic<int> in_flight{0};
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < urls.size(); ++i) {
        threads.emplace_back([&, i] {
            while (in_flight >= limit)
                std::this_thread::yield();
            in_flight++;
            pages[i] = heddle::fetch(urls[i]);
            in_flight--;
        });
    }
    for (auto& t : threads)
        t.join();
    return pages;
}
