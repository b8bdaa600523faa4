#include "fetch_all.hpp"

#include <future>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages;
    std::vector<std::future<heddle::Page>> batch;
    for (std::size_t i = 0; i < urls.size(); ++i) {
        batch.push_back(std::async(std::launch::async, heddle::fetch, urls[i]));
        if ((int)batch.size() == limit || i + 1 == urls.size()) {
            for (auto& f : batch)
                pages.push_back(f.get());
            batch.clear();
        }
    }
    return pages;
}
