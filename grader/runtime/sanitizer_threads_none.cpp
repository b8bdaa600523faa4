// `hunt` and `asan`: a thread costs what the C library's does.
#include "runtime/sanitizer_threads.hpp"

namespace heddle::runtime {

void prepare_sanitizer_threads() {}

void* provide_stack(std::size_t) {
    return nullptr;
}

void take_back_stack(void*, std::size_t) {}

}  // namespace heddle::runtime
