#include "fetch_all.hpp"

// TODO(student): every page comes, in the right order, and slowly. Leave it as it is until
// diagnosis.toml says why. Then change it.
std::vector<heddle::Page> fetch_all(std::span<const heddle::Url> urls, int limit) {
    std::vector<heddle::Page> pages;
    for (const heddle::Url& url : urls)
        pages.push_back(heddle::fetch(url));
    return pages;
}
