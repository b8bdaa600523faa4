#include "fetch_all.hpp"

#include <atomic>
#include <chrono>
#include <thread>

using namespace std::chrono_literals;

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages(urls.size());
    std::atomic<std::size_t> next = 0;
    std::atomic<std::size_t> fetched = 0;
    std::vector<std::jthread> workers;
    for (int w = 0; w < limit; ++w)
        workers.emplace_back([&] {
            std::size_t i;
            while ((i = next.fetch_add(1)) < urls.size()) {
                pages[i] = heddle::fetch(urls[i]);
                fetched.fetch_add(1);
            }
        });
    while (fetched < urls.size())
        std::this_thread::sleep_for(10ms);
    workers.clear();
    return pages;
}
