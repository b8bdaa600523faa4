#include "fetch_all.hpp"

#include <atomic>
#include <mutex>
#include <thread>

namespace {
std::mutex pages_mutex;
}

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages(urls.size());
    std::atomic<int> next(0);
    auto work = [&]() {
        int i;
        while ((i = next++) < (int)urls.size()) {
            std::unique_lock<std::mutex> guard(pages_mutex);
            pages[i] = heddle::fetch(urls[i]);
        }
    };
    std::vector<std::thread> pool;
    for (int i = 0; i < limit && i < (int)urls.size(); ++i)
        pool.emplace_back(work);
    for (std::thread& one : pool)
        one.join();
    return pages;
}
