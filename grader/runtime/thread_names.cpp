// A program's own names for its threads: pthread_setname_np, and prctl by the thread itself. The
// system keeps them too, and decides what is a name.
#include "runtime/thread_names.hpp"

#include <sys/prctl.h>

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstring>

#include "runtime/control.hpp"
#include "runtime/real.hpp"
#include "runtime/threads.hpp"

HEDDLE_REAL(pthread_setname_np)
HEDDLE_REAL(prctl)

namespace heddle::runtime {
namespace {

constexpr std::size_t longest_name = 15;  // prctl cuts there

}  // namespace

void name_thread(ThreadId thread, std::string_view name) {
    auto& kept = record().thread_names[thread];
    const std::size_t length = std::min(name.size(), kept.size() - 1);
    std::memcpy(kept.data(), name.data(), length);
    kept[length] = '\0';
}

}  // namespace heddle::runtime

using namespace heddle::runtime;

HEDDLE_INTERCEPT int pthread_setname_np(pthread_t handle, const char* name) noexcept {
    const int error = real_pthread_setname_np()(handle, name);
    if (error != 0 || !is_controlled()) return error;
    const ThreadId thread = thread_of(handle);
    if (thread != heddle::scheduler::no_thread) name_thread(thread, name);
    return 0;
}

// Each argument is one word, or missing, and goes on as it is.
HEDDLE_INTERCEPT int prctl(int option, ...) noexcept {
    va_list list;
    va_start(list, option);
    std::array<unsigned long, 4> words = {};
    for (unsigned long& word : words)
        word = va_arg(list, unsigned long);
    va_end(list);
    const int result = real_prctl()(option, words[0], words[1], words[2], words[3]);
    if (result != 0 || option != PR_SET_NAME || !is_controlled()) return result;
    const auto* const name = reinterpret_cast<const char*>(words[0]);
    name_thread(self(), {name, strnlen(name, longest_name)});
    return 0;
}
