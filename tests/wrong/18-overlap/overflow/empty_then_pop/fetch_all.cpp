#include "fetch_all.hpp"

#include <mutex>
#include <thread>

class Jobs {
  public:
    explicit Jobs(int n) : left_(n) {}
    bool empty() {
        std::lock_guard lock(m_);
        return left_ == 0;
    }
    int pop() {
        std::lock_guard lock(m_);
        return --left_;
    }

  private:
    std::mutex m_;
    int left_;
};

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages(urls.size());
    Jobs jobs(urls.size());
    std::vector<std::thread> threads;
    for (int t = 0; t < limit; ++t) {
        threads.emplace_back([&] {
            while (!jobs.empty()) {
                int i = jobs.pop();
                pages[i] = heddle::fetch(urls[i]);
            }
        });
    }
    for (auto& thread : threads) thread.join();
    return pages;
}
