// What each access brings to a core, by hand.
#include "scheduler/line_model.hpp"

#include <memory>

#include "catch.hpp"

namespace heddle::scheduler {
namespace {

// A model with so many lines a core; lines and cores by number.
class Lines {
  public:
    explicit Lines(std::uint32_t held = max_lines_held) { model_->begin(held); }

    Traffic reads(std::uint32_t core, std::uint64_t line) {
        return model_->touch(core, line, Access::read);
    }
    Traffic writes(std::uint32_t core, std::uint64_t line) {
        return model_->touch(core, line, Access::write);
    }

  private:
    std::unique_ptr<LineModel> model_ = std::make_unique<LineModel>();
};

}  // namespace

TEST_CASE("a line is fetched once, and then it is there") {
    Lines lines;
    CHECK(lines.reads(0, 7) == Traffic::fetched);
    CHECK(lines.reads(0, 7) == Traffic::none);
    CHECK(lines.writes(0, 7) == Traffic::none);
    CHECK(lines.writes(0, 8) == Traffic::fetched);
    CHECK(lines.reads(0, 8) == Traffic::none);
}

TEST_CASE("what all only read is fetched once by each") {
    Lines lines;
    for (std::uint32_t core = 0; core < 4; ++core)
        CHECK(lines.reads(core, 7) == Traffic::fetched);
    for (std::uint32_t core = 0; core < 4; ++core)
        CHECK(lines.reads(core, 7) == Traffic::none);
}

TEST_CASE("two who write by turns take the line from each other each time") {
    Lines lines;
    CHECK(lines.writes(0, 7) == Traffic::fetched);
    for (int i = 0; i < 5; ++i) {
        CHECK(lines.writes(1, 7) == Traffic::transferred);
        CHECK(lines.writes(0, 7) == Traffic::transferred);
    }
}

TEST_CASE("a reader takes a copy from the owner, who must take the line back to write again") {
    Lines lines;
    lines.writes(0, 7);
    CHECK(lines.reads(1, 7) == Traffic::transferred);
    CHECK(lines.reads(0, 7) == Traffic::none);     // still has a copy
    CHECK(lines.reads(2, 7) == Traffic::fetched);  // nobody owns it any more
    CHECK(lines.writes(0, 7) == Traffic::transferred);
    CHECK(lines.reads(1, 7) == Traffic::transferred);
}

TEST_CASE("a full core gives up what it used least recently") {
    Lines lines(2);
    lines.reads(0, 1);
    lines.reads(0, 2);
    lines.reads(0, 1);
    CHECK(lines.reads(0, 3) == Traffic::fetched);  // in place of 2
    CHECK(lines.reads(0, 1) == Traffic::none);
    CHECK(lines.reads(0, 2) == Traffic::fetched);  // in place of 3
    CHECK(lines.reads(0, 3) == Traffic::fetched);
}

// A grid of 8 rows of 4 lines, and room for 4 lines: by rows each line is fetched once, 32 in all;
// by columns, eight numbers a line, each of the 8 * 4 * 8 steps needs a line that has gone.
TEST_CASE("walking against the grain fetches a line for each number") {
    constexpr std::uint64_t rows = 8;
    constexpr std::uint64_t columns = 4 * 8;
    int by_rows = 0;
    int by_columns = 0;
    Lines lines(4);
    for (std::uint64_t row = 0; row < rows; ++row)
        for (std::uint64_t column = 0; column < columns; ++column)
            by_rows += lines.reads(0, (row * columns + column) / 8) == Traffic::fetched ? 1 : 0;
    for (std::uint64_t column = 0; column < columns; ++column)
        for (std::uint64_t row = 0; row < rows; ++row)
            by_columns += lines.reads(1, (row * columns + column) / 8) == Traffic::fetched ? 1 : 0;
    CHECK(by_rows == 32);
    CHECK(by_columns == 256);
}

TEST_CASE("a line that its owner gave up is in memory again") {
    Lines lines(1);
    lines.writes(0, 7);
    lines.writes(0, 8);
    CHECK(lines.reads(1, 7) == Traffic::fetched);
}

}  // namespace heddle::scheduler
