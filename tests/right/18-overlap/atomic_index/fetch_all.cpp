#include "fetch_all.hpp"

#include <atomic>
#include <thread>

using heddle::Page;
using heddle::Url;

std::vector<Page> fetch_all(std::span<const Url> urls, int limit) {
    std::vector<Page> pages(urls.size());
    std::atomic<int> next{0};
    std::vector<std::jthread> workers;
    for (int w = 0; w < limit; w++) {
        workers.emplace_back([&] {
            while (true) {
                int i = next++;
                if (i >= (int)urls.size()) return;
                pages[i] = heddle::fetch(urls[i]);
            }
        });
    }
    workers.clear();
    return pages;
}
