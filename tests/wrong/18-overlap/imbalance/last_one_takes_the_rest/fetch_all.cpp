#include "fetch_all.hpp"

#include <thread>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages(urls.size());
    const int n = (int)urls.size();
    if (limit > n) limit = n;
    if (n == 0) return pages;
    const int share = n / limit;
    std::vector<std::thread> threads;
    for (int t = 0; t < limit; ++t) {
        int first = t * share;
        int last = (t == limit - 1) ? n : first + share;
        threads.push_back(std::thread([&pages, urls, first, last] {
            for (int i = first; i < last; ++i) pages[i] = heddle::fetch(urls[i]);
        }));
    }
    for (auto& t : threads) t.join();
    return pages;
}
