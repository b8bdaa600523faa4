#include "fetch_all.hpp"

#include <atomic>
#include <memory>
#include <thread>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    auto pages = std::make_shared<std::vector<heddle::Page>>(urls.size());
    auto next = std::make_shared<std::atomic<std::size_t>>(0);
    auto copy = std::make_shared<std::vector<heddle::Url>>(urls.begin(), urls.end());
    for (int t = 0; t < limit; ++t) {
        std::thread([pages, next, copy] {
            for (std::size_t i = (*next)++; i < copy->size(); i = (*next)++)
                (*pages)[i] = heddle::fetch((*copy)[i]);
        }).detach();
    }
    std::this_thread::sleep_for(std::chrono::seconds(5));
    return *pages;
}
