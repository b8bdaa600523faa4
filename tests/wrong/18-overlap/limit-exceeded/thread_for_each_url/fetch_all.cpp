#include "fetch_all.hpp"

#include <thread>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int /*limit*/) {
    std::vector<heddle::Page> pages(urls.size());
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < urls.size(); ++i)
        threads.emplace_back([&pages, urls, i] { pages[i] = heddle::fetch(urls[i]); });
    for (auto& thread : threads)
        thread.join();
    return pages;
}
