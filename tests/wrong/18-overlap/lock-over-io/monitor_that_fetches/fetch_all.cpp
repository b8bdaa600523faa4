#include "fetch_all.hpp"

#include <mutex>
#include <thread>

class Fetcher {
  public:
    explicit Fetcher(std::span<const heddle::Url> urls) : urls_(urls), pages_(urls.size()) {}

    // Fetches the next page; false when there is none.
    bool step() {
        std::scoped_lock lock(mutex_);
        if (next_ >= urls_.size()) return false;
        const auto i = next_++;
        pages_[i] = heddle::fetch(urls_[i]);
        return true;
    }

    std::vector<heddle::Page> pages() { return pages_; }

  private:
    std::mutex mutex_;
    std::span<const heddle::Url> urls_;
    std::vector<heddle::Page> pages_;
    std::size_t next_ = 0;
};

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    Fetcher fetcher(urls);
    std::vector<std::jthread> threads;
    for (int i = 0; i < limit; ++i)
        threads.emplace_back([&fetcher] {
            while (fetcher.step()) {
            }
        });
    for (auto& thread : threads)
        thread.join();
    return fetcher.pages();
}
