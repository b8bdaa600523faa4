// What the tests of exercise 18 see of a submission, and of the web: who fetched what, and when.
#pragma once

#include <span>
#include <vector>

#include "heddle/lab.hpp"
#include "web.hpp"

namespace heddle::port {

/// The student's fetch_all, called straight through.
std::vector<Page> fetch_all(std::span<const Url> urls, int limit);

/// The web's own fetch, for tests that need it.
Page fetch(const Url& url);

/// One call of fetch.
struct Visit {
    Url url;
    int thread;  // a number that no other thread has, not even after this one's end
    Ticks begin;
    Ticks end;
};

/// The calls that have ended, in the order in which they began; at most the first 64. Ask when all
/// threads have ended.
std::vector<Visit> visits();

}  // namespace heddle::port
