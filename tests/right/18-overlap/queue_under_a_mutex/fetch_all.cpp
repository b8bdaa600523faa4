#include "fetch_all.hpp"

#include <map>
#include <mutex>
#include <queue>
#include <thread>

class UrlQueue {
  public:
    explicit UrlQueue(std::span<const heddle::Url> urls) {
        for (std::size_t i = 0; i < urls.size(); ++i)
            queue_.push({i, urls[i]});
    }

    bool pop(std::size_t& index, heddle::Url& url) {
        std::lock_guard<std::mutex> lock(mutex_);
        if (queue_.empty()) return false;
        index = queue_.front().first;
        url = queue_.front().second;
        queue_.pop();
        return true;
    }

  private:
    std::mutex mutex_;
    std::queue<std::pair<std::size_t, heddle::Url>> queue_;
};

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    UrlQueue queue(urls);
    std::map<std::size_t, heddle::Page> results;
    std::mutex results_mutex;

    auto worker = [&] {
        std::size_t index;
        heddle::Url url;
        while (queue.pop(index, url)) {
            heddle::Page page = heddle::fetch(url);
            std::lock_guard<std::mutex> lock(results_mutex);
            results[index] = page;
        }
    };

    std::vector<std::thread> threads;
    for (int i = 0; i < limit; ++i)
        threads.push_back(std::thread(worker));
    for (auto& t : threads)
        t.join();

    std::vector<heddle::Page> pages;
    for (auto& [index, page] : results)
        pages.push_back(page);
    return pages;
}
