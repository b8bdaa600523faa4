#pragma once

#include <span>
#include <vector>

#include "web.hpp"

/// Fetches the page of each url, once, and returns the pages in the order of the urls. `limit`
/// fetches are in flight at the same time wherever there are so many left, and never more. Starts
/// at most `limit` threads, and all of them have ended when it returns. `limit` is at least 1.
std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit);
