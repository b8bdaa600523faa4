// The web, as far as this exercise needs it. It is given: your program uses it as it is.
#pragma once

#include <string>

namespace heddle {

/// Where a page is.
struct Url {
    std::string text;
};

/// What is there.
struct Page {
    std::string text;
};

/// Asks a server for the page and waits for it, as io() waits for a device: 100 milliseconds, from
/// a slow server 300. Any number of threads may call it at the same time.
Page fetch(const Url& url);

}  // namespace heddle
