// Precompiled for every submission: what concurrent programs include, so that a check compiles in a
// third of the time. A submission that forgets one of these includes compiles all the same.
#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

#if defined(__GNUC__) && !defined(__clang__)
// The library's inline functions name strings of every kind of character, and GCC makes each
// string's functions anew at the end of every file that is compiled: a third of the time of an
// empty one. Those that a constant needs it makes at once, and so once, here.
namespace heddle::precompiled {

template <class Char>
constexpr bool makes_strings() {
    const Char letters[] = {Char('a'), Char('b'), Char{}};
    std::basic_string<Char> text(letters, 2);
    std::basic_string<Char> longer = text + letters;
    longer.insert(0, text).append(text) += text[0];
    longer.resize(3 * sizeof text);  // no longer inside the object
    text = std::move(longer);
    longer = text;
    return longer.size() == 3 * sizeof text && std::basic_string_view<Char>(letters).size() == 2;
}

static_assert(makes_strings<char>() && makes_strings<wchar_t>() && makes_strings<char8_t>() &&
              makes_strings<char16_t>() && makes_strings<char32_t>());

}  // namespace heddle::precompiled
#endif
