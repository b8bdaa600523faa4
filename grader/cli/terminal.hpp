// What a stream can show, and a block of lines on it that can be written anew. Not thread-safe.
#pragma once

#include <cstdio>
#include <string>

#include "base/error.hpp"
#include "report/look.hpp"
#include "report/page.hpp"

namespace heddle::cli {

// Whether a person looks at it, on a terminal that can move its cursor.
bool is_terminal(std::FILE* stream);

// Colour only on a terminal, unless NO_COLOR says no; UTF-8 where the locale says so.
report::Look look_of(std::FILE* stream);

// A page in the stream's look.
inline report::Page page_for(std::FILE* stream) {
    return report::Page(look_of(stream));
}

void print(std::FILE* stream, const report::Page& page);

// "heddle: what happened", and below it what to do next.
void print_error(std::FILE* stream, const base::Error& error);

// The last lines of a terminal, shown while something runs. Does nothing on a stream that isn't a
// terminal, or where the terminal is too narrow to know how many lines it shows.
class LiveBlock {
  public:
    explicit LiveBlock(std::FILE* stream);
    ~LiveBlock() { clear(); }
    LiveBlock(const LiveBlock&) = delete;
    LiveBlock& operator=(const LiveBlock&) = delete;

    // Lines that don't fit on the screen are left out.
    void show(const report::Page& page);
    void clear();

  private:
    std::FILE* stream_;
    std::size_t rows_ = 0;   // of the terminal; 0: nothing is ever shown
    std::size_t shown_ = 0;  // lines on the screen now
};

}  // namespace heddle::cli
