#include "fetch_all.hpp"

#include <semaphore>
#include <thread>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::counting_semaphore<> slots(limit);
    std::vector<heddle::Page> pages(urls.size());
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < urls.size(); ++i) {
        threads.emplace_back([&slots, &pages, urls, i] {
            slots.acquire();
            pages[i] = heddle::fetch(urls[i]);
            slots.release();
        });
    }
    threads.clear();
    return pages;
}
