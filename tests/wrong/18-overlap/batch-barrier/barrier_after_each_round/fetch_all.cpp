#include "fetch_all.hpp"

#include <barrier>
#include <thread>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages(urls.size());
    std::barrier round(limit);
    std::vector<std::thread> threads;
    for (int t = 0; t < limit; ++t) {
        threads.emplace_back([&, t] {
            for (std::size_t first = 0; first < urls.size(); first += limit) {
                if (first + t < urls.size())
                    pages[first + t] = heddle::fetch(urls[first + t]);
                round.arrive_and_wait();
            }
        });
    }
    for (auto& t : threads)
        t.join();
    return pages;
}
