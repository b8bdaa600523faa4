// Where the parts of a figure stand, in pixels from its upper left corner.
#pragma once

#include <cstddef>
#include <string_view>

#include "model/trace.hpp"
#include "report/picture.hpp"

namespace heddle::report {

struct Point {
    int x = 0;
    int y = 0;
};

class SvgLayout {
  public:
    static constexpr int letter = 9;  // no monospaced face is wider at 14 px
    static constexpr int row_height = 32;
    static constexpr int padding = 20;
    static constexpr int text_offset = 14;  // from a lane to the text beside it

    SvgLayout(const model::Trace& trace, const Picture& picture);

    int width() const { return width_; }
    int height() const;

    int lane(model::ThreadIndex thread) const;
    int row(std::size_t index) const;  // rows of waits follow those of the picture
    Point step(const model::TraceStep& step, std::size_t index) const;

    int lanes_top() const;
    int lanes_bottom() const { return row(rows_) - row_height / 2; }
    int right_of_time() const { return left_ - letter; }

    bool shows_time() const { return shows_time_; }
    std::size_t operation_columns() const { return operation_; }  // of the longest operation

    static int width_of(std::string_view text);

  private:
    void measure(const model::Trace& trace, const PictureRow& row);

    std::vector<model::ThreadIndex> lanes_;
    std::size_t rows_;
    std::size_t waits_;
    int left_ = padding;       // where the first lane begins
    int pitch_ = 18 * letter;  // from lane to lane
    int location_ = 0;         // width of the longest source line
    int width_ = 0;
    std::size_t operation_ = 0;
    bool shows_time_ = false;
};

}  // namespace heddle::report
