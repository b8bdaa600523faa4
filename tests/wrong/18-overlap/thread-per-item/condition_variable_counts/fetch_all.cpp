#include "fetch_all.hpp"

#include <condition_variable>
#include <future>
#include <mutex>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::mutex m;
    std::condition_variable cv;
    int running = 0;

    std::vector<std::future<heddle::Page>> futures;
    for (const auto& url : urls) {
        {
            std::unique_lock<std::mutex> lock(m);
            cv.wait(lock, [&] { return running < limit; });
            running++;
        }
        futures.push_back(std::async(std::launch::async, [&, url] {
            auto page = heddle::fetch(url);
            {
                std::lock_guard<std::mutex> lock(m);
                running--;
            }
            cv.notify_one();
            return page;
        }));
    }
    std::vector<heddle::Page> result;
    for (auto& f : futures) result.push_back(f.get());
    return result;
}
