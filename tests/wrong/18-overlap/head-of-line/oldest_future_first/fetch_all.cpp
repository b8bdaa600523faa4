#include "fetch_all.hpp"

#include <deque>
#include <future>

std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages;
    std::deque<std::future<heddle::Page>> in_flight;
    for (const auto& url : urls) {
        if ((int)in_flight.size() == limit) {
            pages.push_back(in_flight.front().get());
            in_flight.pop_front();
        }
        in_flight.push_back(std::async(std::launch::async, [&url] { return heddle::fetch(url); }));
    }
    while (!in_flight.empty()) {
        pages.push_back(in_flight.front().get());
        in_flight.pop_front();
    }
    return pages;
}
