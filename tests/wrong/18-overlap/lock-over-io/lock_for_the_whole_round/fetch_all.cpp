#include "fetch_all.hpp"

#include <mutex>
#include <thread>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages(urls.size());
    std::mutex mutex;
    size_t next = 0;

    std::vector<std::thread> threads;
    for (int t = 0; t < limit; t++) {
        threads.emplace_back([&] {
            while (true) {
                std::lock_guard<std::mutex> lock(mutex);
                if (next == urls.size()) return;
                pages[next] = heddle::fetch(urls[next]);
                next++;
            }
        });
    }
    for (auto& t : threads) t.join();
    return pages;
}
