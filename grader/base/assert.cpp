#include "base/assert.hpp"

#include <cstdio>
#include <cstdlib>

namespace heddle::base {

void assertion_failed(const char* condition, const char* file, int line) noexcept {
    std::fprintf(
        stderr,
        "heddle: this is a bug of heddle, not of your code.\n"
        "  %s:%d: expected %s\n"
        "  Nothing was graded. Please report it with the lines above and the command you ran.\n",
        file, line, condition);
    std::abort();
}

}  // namespace heddle::base
