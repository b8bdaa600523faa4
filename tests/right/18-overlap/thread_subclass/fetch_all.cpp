#include "fetch_all.hpp"

#include <algorithm>
#include <memory>
#include <mutex>

#include "heddle/thread.hpp"

namespace {

// Hands out the urls, one at a time.
class Counter {
  public:
    int take() {
        const std::lock_guard lock(mutex_);
        return taken_++;
    }

  private:
    std::mutex mutex_;
    int taken_ = 0;  // guarded by mutex_
};

class Fetcher : public heddle::Thread {
  public:
    Fetcher(std::span<const heddle::Url> urls, Counter& counter, std::vector<heddle::Page>& pages)
        : urls_(urls), counter_(counter), pages_(pages) {}

    void run() override {
        const int count = static_cast<int>(urls_.size());
        for (int i = counter_.take(); i < count; i = counter_.take())
            pages_[i] = heddle::fetch(urls_[i]);
    }

  private:
    std::span<const heddle::Url> urls_;
    Counter& counter_;
    std::vector<heddle::Page>& pages_;
};

}  // namespace

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages(urls.size());
    Counter counter;
    std::vector<std::unique_ptr<Fetcher>> fetchers;
    for (int i = 0; i < std::min<int>(limit, urls.size()); ++i) {
        fetchers.push_back(heddle::make_thread<Fetcher>(urls, counter, pages));
        fetchers.back()->start();
    }
    for (auto& fetcher : fetchers)
        fetcher->join();
    return pages;
}
