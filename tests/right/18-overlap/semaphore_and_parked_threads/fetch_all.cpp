#include "fetch_all.hpp"

#include <algorithm>
#include <atomic>
#include <latch>
#include <semaphore>
#include <thread>

// The main thread hands out a ticket for each url; `limit` threads wait for tickets.
std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages(urls.size());
    std::counting_semaphore<> tickets(0);
    std::atomic<std::size_t> next = 0;
    std::latch done(static_cast<std::ptrdiff_t>(urls.size()));

    std::vector<std::jthread> threads;
    for (int i = 0; i < limit; ++i) {
        threads.emplace_back([&] {
            while (true) {
                tickets.acquire();
                const std::size_t mine = next.fetch_add(1);
                if (mine >= urls.size()) return;
                pages[mine] = heddle::fetch(urls[mine]);
                done.count_down();
            }
        });
    }
    tickets.release(static_cast<std::ptrdiff_t>(urls.size()));
    done.wait();
    tickets.release(limit);
    threads.clear();
    return pages;
}
