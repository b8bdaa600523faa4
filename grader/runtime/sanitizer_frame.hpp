// ThreadSanitizer keeps its own call stack, by a hook at each instrumented
// function's start. Our interceptors are not instrumented, so a report made
// inside one would lack the caller's line: this pushes it by hand.
#pragma once

extern "C" {
[[gnu::weak]] void __tsan_func_entry(void* return_address);
[[gnu::weak]] void __tsan_func_exit();
}

namespace heddle::runtime {

#ifdef HEDDLE_FLAVOUR_TSAN
class SanitizerFrame {
  public:
    explicit SanitizerFrame(void* return_address) { __tsan_func_entry(return_address); }
    ~SanitizerFrame() { __tsan_func_exit(); }
    SanitizerFrame(const SanitizerFrame&) = delete;
    SanitizerFrame& operator=(const SanitizerFrame&) = delete;
};
#else
class SanitizerFrame {
  public:
    explicit SanitizerFrame(void*) {}
};
#endif

}  // namespace heddle::runtime

// At the top of an interceptor, before anything that a sanitizer may report.
#define HEDDLE_FRAME \
    const ::heddle::runtime::SanitizerFrame sanitizer_frame(__builtin_return_address(0))
