#include "fetch_all.hpp"

#include <atomic>
#include <future>

// Each future is one worker; it brings home what it fetched, and where it belongs.
std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    using Numbered = std::pair<std::size_t, heddle::Page>;
    std::atomic<std::size_t> next = 0;
    auto work = [&next, urls] {
        std::vector<Numbered> fetched;
        for (auto i = next++; i < urls.size(); i = next++)
            fetched.emplace_back(i, heddle::fetch(urls[i]));
        return fetched;
    };

    std::vector<std::future<std::vector<Numbered>>> workers;
    for (int i = 0; i < limit; ++i)
        workers.push_back(std::async(std::launch::async, work));

    std::vector<heddle::Page> pages(urls.size());
    for (auto& worker : workers) {
        for (auto& [index, page] : worker.get())
            pages[index] = std::move(page);
    }
    return pages;
}
