#include "fetch_all.hpp"

#include <thread>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages(urls.size());
    std::vector<std::thread> slots(limit);
    for (std::size_t i = 0; i < urls.size(); ++i) {
        std::thread& slot = slots[i % limit];
        if (slot.joinable()) slot.join();
        slot = std::thread([&, i] { pages[i] = heddle::fetch(urls[i]); });
    }
    for (auto& slot : slots)
        if (slot.joinable()) slot.join();
    return pages;
}
