#include "fetch_all.hpp"

#include <future>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<std::future<heddle::Page>> futures;
    for (int i = 0; i < limit && i < (int)urls.size(); i++)
        futures.push_back(std::async(std::launch::async, heddle::fetch, urls[i]));
    std::vector<heddle::Page> pages;
    for (auto& future : futures)
        pages.push_back(future.get());
    return pages;
}
