// The check you can read. The hidden ones use other numbers of pages, slow servers, and every order
// in which threads may run; and they read diagnosis.toml.
#include <string>
#include <vector>

#include "heddle/bottleneck.hpp"
#include "heddle/test.hpp"
#include "port.hpp"

namespace test = heddle::test;
using heddle::Ticks;

TEST_CASE("six pages, three at a time, take as long as two", "[visible][time][points:1]") {
    std::vector<heddle::Url> urls;
    for (int page = 1; page <= 6; ++page)
        urls.push_back({"http://example.org/" + std::to_string(page)});

    const Ticks start = heddle::now();
    const std::vector<heddle::Page> pages = heddle::port::fetch_all(urls, 3);
    const Ticks took = heddle::now() - start;

    const auto pages_returned = pages.size();
    REQUIRE(pages_returned == urls.size());
    for (std::size_t i = 0; i < urls.size(); ++i) {
        const std::string page = pages[i].text;
        const std::string page_of_this_url = "page of " + urls[i].text;
        REQUIRE(page == page_of_this_url);
    }
    test::expect_in_flight(3);
    test::expect_makespan(took, Ticks(200));
}
