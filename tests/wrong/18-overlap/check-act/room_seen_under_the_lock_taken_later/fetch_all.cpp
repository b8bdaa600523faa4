#include "fetch_all.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

// `limit` threads, and a counter of what is in flight, to be on the safe side.
std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages(urls.size());
    std::mutex m;
    std::size_t next = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < limit; ++t) {
        threads.emplace_back([&] {
            while (true) {
                m.lock();
                std::size_t i = next;
                m.unlock();
                if (i >= urls.size()) return;
                auto page = heddle::fetch(urls[i]);
                m.lock();
                pages[i] = page;
                next = i + 1;
                m.unlock();
            }
        });
    }
    for (auto& thread : threads) thread.join();
    return pages;
}
