#include "explore/thread_names.hpp"

#include <cstring>
#include <memory>

#include "catch.hpp"

using heddle::explore::thread_names;
using heddle::scheduler::Record;
using Names = std::vector<std::string>;

namespace {

// What its threads are called whom the program gives these names, "" for none.
Names called(const Names& given) {
    const auto record = std::make_unique<Record>();
    for (const std::string& name : given)
        std::strcpy(record->thread_names[record->thread_count++].data(), name.c_str());
    return thread_names(*record);
}

}  // namespace

TEST_CASE("a thread without a name is called by its number") {
    CHECK(called({"", "", ""}) == Names{"main", "thread 1", "thread 2"});
}

TEST_CASE("threads are called as the program calls them") {
    CHECK(called({"boss", "cook", ""}) == Names{"boss", "cook", "thread 2"});
}

TEST_CASE("threads of one name are told apart") {
    CHECK(called({"", "cook", "waiter", "cook"}) == Names{"main", "cook #1", "waiter", "cook #3"});
    CHECK(called({"", "main", "thread 3", ""}) ==
          Names{"main", "main #1", "thread 3 #2", "thread 3"});
}

TEST_CASE("a name breaks no line, and one of blanks is none") {
    CHECK(called({"", "a\n\tb\x1b[1m", "   "}) == Names{"main", "a??b?[1m", "thread 2"});
}
