// Hidden checks of exercise 18: values (1 point, and the visible one), schedules (2), time and
// counters (3), the prediction (3).
#include <algorithm>
#include <atomic>
#include <map>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "heddle/bottleneck.hpp"
#include "heddle/test.hpp"
#include "port.hpp"

namespace test = heddle::test;
using heddle::Page;
using heddle::Ticks;
using heddle::Url;
using heddle::port::Visit;

namespace {

/// As many urls, all of quick servers.
std::vector<Url> quick_urls(int count) {
    std::vector<Url> urls;
    for (int page = 1; page <= count; ++page)
        urls.push_back({"http://example.org/" + std::to_string(page)});
    return urls;
}

std::vector<std::string> texts_of(std::span<const Page> pages) {
    std::vector<std::string> texts;
    for (const Page& page : pages)
        texts.push_back(page.text);
    return texts;
}

std::vector<std::string> expected_texts(std::span<const Url> urls) {
    std::vector<std::string> texts;
    for (const Url& url : urls)
        texts.push_back("page of " + url.text);
    return texts;
}

std::size_t count_missing(std::span<const std::string> texts, std::size_t expected) {
    const auto empty = static_cast<std::size_t>(std::ranges::count(texts, ""));
    return empty + (texts.size() < expected ? expected - texts.size() : 0);
}

/// The pages are those of the urls, in their order.
void check_pages(std::span<const Url> urls, std::span<const Page> pages) {
    const auto texts = texts_of(pages);
    const auto expected = expected_texts(urls);
    if (texts != expected && std::ranges::is_permutation(texts, expected)) {
        test::evidence("order-assumed",
                       "all pages are there, but not in the order of the urls: the first is \"" +
                           texts[0] + "\"");
    }
    if (const std::size_t missing = count_missing(texts, expected.size()); missing > 0) {
        test::evidence("skipped-work", std::to_string(missing) + " of " +
                                           std::to_string(expected.size()) + " pages are missing");
    }
    REQUIRE(texts == expected);
}

/// What a call of fetch_all gave, and when.
struct Fetched {
    std::vector<Page> pages;
    Ticks begin;
    Ticks took;
};

Fetched fetch(std::span<const Url> urls, int limit) {
    const Ticks start = heddle::now();
    std::vector<Page> pages = heddle::port::fetch_all(urls, limit);
    return {std::move(pages), start, heddle::now() - start};
}

bool began_during(const Visit& visit, const Visit& other) {
    return other.begin < visit.begin && visit.begin < other.end;
}

bool are_equally_long(std::span<const Visit> visits) {
    return std::ranges::all_of(visits, [&](const Visit& visit) {
        return visit.end - visit.begin == visits.front().end - visits.front().begin;
    });
}

/// Whether fetches begin only when all that began before them are over. It takes unequal ones to
/// see it, and to lose time by it.
bool is_in_batches(std::span<const Visit> visits) {
    if (are_equally_long(visits)) return false;
    return std::ranges::none_of(visits, [&](const Visit& visit) {
        return std::ranges::any_of(visits,
                                   [&](const Visit& other) { return began_during(visit, other); });
    });
}

/// How long each thread was fetching.
std::map<int, Ticks> shares_of(std::span<const Visit> visits) {
    std::map<int, Ticks> shares;
    for (const Visit& visit : visits)
        shares[visit.thread] += visit.end - visit.begin;
    return shares;
}

/// Says why it took longer than `most`, though enough were in flight at times.
void explain_slowness(const Fetched& fetched, Ticks most, int limit) {
    if (fetched.took <= most) return;
    auto visits = heddle::port::visits();
    std::erase_if(visits, [&](const Visit& visit) {
        return visit.begin < fetched.begin || visit.begin >= fetched.begin + fetched.took;
    });
    const auto shares = shares_of(visits);
    const auto times = std::to_string(fetched.took.count()) + " ms, and no more than " +
                       std::to_string(most.count()) + " are needed: ";
    if (visits.size() > fetched.pages.size()) {
        test::evidence("done-twice", std::to_string(visits.size()) + " fetches for " +
                                         std::to_string(fetched.pages.size()) + " pages");
    }
    if (is_in_batches(visits)) {
        test::evidence("batch-barrier",
                       times + "no fetch began before all that were in flight had ended");
    }
    const auto [least, greatest] =
        std::ranges::minmax_element(shares, {}, [](const auto& share) { return share.second; });
    if (shares.size() <= static_cast<std::size_t>(limit) && greatest->second > most) {
        test::evidence("imbalance", times + "one thread was fetching for " +
                                        std::to_string(greatest->second.count()) +
                                        " ms, another only for " +
                                        std::to_string(least->second.count()));
    }
    const auto possible = std::min(static_cast<std::size_t>(limit), fetched.pages.size());
    test::evidence("head-of-line", times + "at times fewer than " + std::to_string(possible) +
                                       " were in flight while urls were left");
}

/// fetch_all as it was given to the student.
void fetch_as_given(std::span<const Url> urls) {
    for (const Url& url : urls)
        heddle::port::fetch(url);
}

/// What it could be: the next url to whoever is free first.
void fetch_by_pool(std::span<const Url> urls, int limit) {
    std::atomic<std::size_t> next = 0;
    std::vector<std::thread> pool;
    for (int i = 0; i < limit; ++i) {
        pool.emplace_back([&] {
            for (std::size_t url = next++; url < urls.size(); url = next++)
                heddle::port::fetch(urls[url]);
        });
    }
    for (std::thread& thread : pool)
        thread.join();
}

/// How much of the time a line of the profile accounts for, in a program without threads: nobody
/// waits for a lock there, or for another thread.
Ticks shown_by(const std::string& counter, const test::Counters& seen) {
    if (counter == "compute") return seen.compute.total;
    if (counter == "io wait") return seen.io.total;
    if (counter == "in flight") return seen.io.peak == 1 ? seen.io.total : Ticks(0);
    if (counter == "sleep") return seen.sleep.total;
    return Ticks(0);
}

}  // namespace

TEST_CASE("no url, one url, and a limit of one", "[hidden][points:1]") {
    const auto none = heddle::port::fetch_all({}, 3);
    const auto one = heddle::port::fetch_all(quick_urls(1), 3);
    const auto one_by_one = heddle::port::fetch_all(quick_urls(3), 1);

    if (!none.empty()) {
        test::evidence("edge-case",
                       "pages returned without any url: " + std::to_string(none.size()));
    }
    check_pages(quick_urls(1), one);
    const bool is_whole = one_by_one.size() == 3;
    if (is_whole && texts_of(one_by_one) != expected_texts(quick_urls(3))) {
        test::evidence("edge-case", "with a limit of 1, the pages are not those of the urls");
    }
    check_pages(quick_urls(3), one_by_one);
    test::expect_at_most_in_flight(1);
}

TEST_CASE("each url is fetched once, and its page stands where the url stood",
          "[hidden][points:1][weight:3]") {
    const std::vector<Url> urls = {{"http://slow.example/1"},
                                   {"http://example.org/2"},
                                   {"http://example.org/3"},
                                   {"http://slow.example/4"},
                                   {"http://example.org/5"}};
    const auto pages = heddle::port::fetch_all(urls, 2);
    test::expect_all_ended();

    check_pages(urls, pages);
    const int fetches = test::usage(heddle_charge_io).count;
    if (fetches > 5) {
        test::evidence("done-twice", std::to_string(fetches) + " fetches for 5 urls");
    }
}

TEST_CASE("never more than the limit are in flight", "[hidden][points:1][weight:3]") {
    const auto urls = quick_urls(5);
    const auto pages = heddle::port::fetch_all(urls, 2);
    test::expect_at_most_in_flight(2);
    check_pages(urls, pages);
}

TEST_CASE("ten pages, four at a time, take as long as three", "[hidden][time][points:1]") {
    const Fetched few = fetch(quick_urls(3), 8);
    check_pages(quick_urls(3), few.pages);
    test::expect_in_flight(3);
    const Fetched many = fetch(quick_urls(10), 4);
    check_pages(quick_urls(10), many.pages);
    test::expect_in_flight(4);

    explain_slowness(few, Ticks(110), 8);
    explain_slowness(many, Ticks(310), 4);
    test::expect_makespan(many.took, Ticks(300));
}

// In whichever order a pool takes the urls, it is done after (all times / limit) + (1 - 1/limit) of
// the longest: Graham, Bounds on multiprocessing timing anomalies, 1969.
TEST_CASE("a slow server keeps nobody else waiting", "[hidden][time][points:1]") {
    auto urls = quick_urls(8);
    urls[1] = {"http://slow.example/2"};
    urls[3] = {"http://slow.example/4"};
    const Fetched fetched = fetch(urls, 2);

    check_pages(urls, fetched.pages);
    test::expect_in_flight(2);
    explain_slowness(fetched, Ticks(1200 / 2 + 300 / 2), 2);
}

TEST_CASE("it takes no more threads than may be in flight", "[hidden][time][points:1]") {
    const Fetched fetched = fetch(quick_urls(6), 2);
    check_pages(quick_urls(6), fetched.pages);
    test::expect_in_flight(2);
    test::expect_threads_at_most(2, 6);
    test::expect_no_polling();
}

TEST_CASE("diagnosis.toml names the bottleneck, and the counter that shows it",
          "[hidden][time][points:2]") {
    const test::Prediction prediction = test::expect_prediction();
    const auto urls = quick_urls(10);
    const test::Counters given = test::count([&] { fetch_as_given(urls); });

    const Ticks shown = shown_by(prediction.counter, given);
    const bool is_supported = !prediction.available || shown * 2 >= given.makespan;
    if (!is_supported) {
        test::evidence("misnamed",
                       "\"" + prediction.bottleneck + "\", shown by \"" + prediction.counter +
                           "\": the counters don't support this. Of " +
                           std::to_string(given.makespan.count()) + " ms, that line accounts for " +
                           std::to_string(shown.count()));
    }
    REQUIRE(is_supported);
}

TEST_CASE("diagnosis.toml predicts what a cure gains", "[hidden][time][points:1]") {
    const test::Prediction prediction = test::expect_prediction();
    const auto urls = quick_urls(10);
    const Ticks before = test::count([&] { fetch_as_given(urls); }).makespan;
    const Ticks after = test::count([&] { fetch_by_pool(urls, 4); }).makespan;

    if (prediction.available) test::expect_gain(prediction, before, after);
}
