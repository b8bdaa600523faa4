#include "fetch_all.hpp"

#include <future>

using Pages = std::vector<heddle::Page>;

static Pages fetch_block(std::span<const heddle::Url> block) {
    Pages pages;
    for (auto& url : block)
        pages.push_back(heddle::fetch(url));
    return pages;
}

Pages fetch_all(std::span<const heddle::Url> urls, int limit) {
    const size_t n = urls.size(), parts = limit;
    std::vector<std::future<Pages>> futures;
    for (size_t p = 0; p < parts; ++p) {
        const size_t begin = p * n / parts, end = (p + 1) * n / parts;
        futures.push_back(
            std::async(std::launch::async, fetch_block, urls.subspan(begin, end - begin)));
    }
    Pages all;
    for (auto& future : futures)
        for (auto& page : future.get())
            all.push_back(page);
    return all;
}
