#include "fetch_all.hpp"

#include <semaphore>
#include <thread>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages(urls.size());
    std::binary_semaphore door(1);
    std::size_t next = 0;
    std::vector<std::jthread> threads;
    for (int t = 0; t < limit; ++t) {
        threads.emplace_back([&] {
            while (true) {
                door.acquire();
                if (next == urls.size()) return;
                const std::size_t i = next++;
                door.release();
                pages[i] = heddle::fetch(urls[i]);
            }
        });
    }
    threads.clear();
    return pages;
}
