#include "fetch_all.hpp"

#include <atomic>
#include <thread>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages(urls.size());
    std::atomic<std::size_t> next = 0;
    auto work = [&] {
        std::size_t i;
        while ((i = next++) < urls.size()) pages[i] = heddle::fetch(urls[i]);
    };
    if (limit == 1) {
        work();
        return pages;
    }
    std::thread first(work);
    std::thread second(work);
    first.join();
    second.join();
    return pages;
}
