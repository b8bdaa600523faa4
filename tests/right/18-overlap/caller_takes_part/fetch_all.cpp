#include "fetch_all.hpp"

#include <algorithm>
#include <atomic>
#include <functional>
#include <thread>

namespace {

// What all fetchers share.
struct Work {
    std::span<const heddle::Url> urls;
    std::vector<heddle::Page> pages;
    std::atomic<std::size_t> next = 0;
};

void fetch_some(Work& work) {
    for (;;) {
        const std::size_t mine = work.next.fetch_add(1, std::memory_order_relaxed);
        if (mine >= work.urls.size()) return;
        work.pages[mine] = heddle::fetch(work.urls[mine]);
    }
}

}  // namespace

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    Work work{urls, std::vector<heddle::Page>(urls.size())};
    const int helpers = std::min<int>(limit, static_cast<int>(urls.size())) - 1;
    std::vector<std::thread> threads;
    for (int i = 0; i < helpers; ++i)
        threads.emplace_back(fetch_some, std::ref(work));
    fetch_some(work);
    for (auto& thread : threads)
        thread.join();
    return std::move(work.pages);
}
