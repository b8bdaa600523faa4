#include "session/case_tags.hpp"

#include "catch.hpp"

using heddle::session::CaseInfo;
using heddle::session::graded_cases;

namespace {

CaseInfo tagged(const std::string& tags) {
    return graded_cases({{"a case", "[hidden]" + tags}}).at(0);
}

}  // namespace

TEST_CASE("a case without tags for it has a core for each thread, and no lines are followed") {
    const CaseInfo info = tagged("[points:1]");
    CHECK(info.machine.cores == 0);
    CHECK(info.machine.line_bytes == 0);
}

TEST_CASE("a case says on how many cores it runs, and how long a line of memory is") {
    const CaseInfo info = tagged("[time][cores:4][lines:128][points:1]");
    CHECK(info.machine.cores == 4);
    CHECK(info.machine.line_bytes == 128);
    CHECK(info.points == 1);
}

TEST_CASE("nobody has fewer cores than none, nor more than there can be threads") {
    CHECK(tagged("[cores:-1]").machine.cores == 0);
    CHECK(tagged("[cores:100000]").machine.cores == heddle::scheduler::max_cores);
    CHECK(tagged("[lines:-64]").machine.line_bytes == 0);
}
