#include "fetch_all.hpp"

#include <iostream>
#include <mutex>
#include <thread>

// A stack of indices: the last url is fetched first, which nobody forbids.
std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages(urls.size());
    std::vector<std::size_t> todo;
    for (std::size_t i = 0; i < urls.size(); i++)
        todo.push_back(i);
    std::mutex m;

    std::vector<std::thread> threads;
    while (static_cast<int>(threads.size()) < limit && threads.size() < urls.size()) {
        threads.emplace_back([&] {
            m.lock();
            while (!todo.empty()) {
                std::size_t i = todo.back();
                todo.pop_back();
                m.unlock();
                pages[i] = heddle::fetch(urls[i]);
                m.lock();
                std::cout << "got " << urls[i].text << std::endl;
            }
            m.unlock();
        });
    }
    for (auto& t : threads) t.join();
    return pages;
}
