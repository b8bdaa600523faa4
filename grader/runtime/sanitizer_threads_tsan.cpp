// `tsan`: a thread's own memory lies in one huge page, and its history in one
// that a thread before the fork has left.
#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "runtime/real.hpp"
#include "runtime/sanitizer_threads.hpp"
#include "scheduler/record.hpp"

HEDDLE_REAL(pthread_create)
HEDDLE_REAL(pthread_join)

namespace heddle::runtime {
namespace {

constexpr std::size_t huge_page = std::size_t{2} << 20U;

// ThreadSanitizer uses a thread's history again when 16 that ended later have been joined
// (tsan_rtl.cpp, kThreadQuarantineSize); most cases have no more than six threads at a time.
constexpr std::size_t quarantined = 16;
constexpr std::size_t prepared = 6;

// Of which it uses 785 KB itself. A program's thread_local variables lie there as well.
constexpr std::size_t plain_stack = std::size_t{2} << 20U;

// Address space from the start of a huge page on; null where there is none left. What lies before
// and behind it stays mapped: it costs nothing.
char* map_from_huge_page(std::size_t size) {
    void* const mapped = mmap(nullptr, size + huge_page, PROT_READ | PROT_WRITE,
                              MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
    if (mapped == MAP_FAILED) return nullptr;
    return static_cast<char*>(mapped) +
           (huge_page - reinterpret_cast<std::uintptr_t>(mapped) % huge_page);
}

// One on which nothing is reserved; its lower end is kept from being overrun.
char* map_stack(std::size_t size) {
    char* const guard = map_from_huge_page(huge_page + size);
    if (guard == nullptr) return nullptr;
    if (mprotect(guard, huge_page, PROT_NONE) != 0) return nullptr;
    char* const end = guard + huge_page + size;
    madvise(end - huge_page, huge_page, MADV_HUGEPAGE);  // the kernel may have none
    return end - size;
}

// Stacks whose threads have been joined; guarded by the baton.
struct FreeStack {
    void* begin = nullptr;
    std::size_t size = 0;
};
constinit std::array<FreeStack, scheduler::max_threads> free_stacks = {};

FreeStack* free_stack_of(std::size_t size) {
    auto* const found = std::find_if(free_stacks.begin(), free_stacks.end(),
                                     [&](const FreeStack& each) { return each.size == size; });
    return found == free_stacks.end() ? nullptr : found;
}

void* do_nothing(void*) {
    return nullptr;
}

// Stacks side by side that threads are started on one after another. In small pages: to clear huge
// ones that are used once takes longer than the rest of the server's start.
class PlainStacks {
  public:
    explicit PlainStacks(std::size_t count) : size_(count * plain_stack) {
        void* const mapped = mmap(nullptr, size_, PROT_READ | PROT_WRITE,
                                  MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
        if (mapped == MAP_FAILED) return;
        begin_ = static_cast<char*>(mapped);
        madvise(begin_, size_, MADV_NOHUGEPAGE);
    }
    ~PlainStacks() {
        if (begin_ != nullptr) munmap(begin_, size_);
    }
    PlainStacks(const PlainStacks&) = delete;
    PlainStacks& operator=(const PlainStacks&) = delete;

    // Whether there is now a thread, still to be joined, on the stack of that number.
    bool start_on(std::size_t number, pthread_t& thread) {
        if (begin_ == nullptr) return false;
        pthread_attr_t attributes;
        pthread_attr_init(&attributes);
        pthread_attr_setstack(&attributes, begin_ + number * plain_stack, plain_stack);
        return real_pthread_create()(&thread, &attributes, do_nothing, nullptr) == 0;
    }

  private:
    std::size_t size_;
    char* begin_ = nullptr;
};

}  // namespace

// Those that fill the quarantine come one after another, on one stack. The others are there
// meanwhile: a thread that has been joined would be the next one's to use again too early.
void prepare_sanitizer_threads() {
    PlainStacks stacks(prepared + 1);
    std::array<pthread_t, prepared> threads = {};
    std::size_t started = 0;
    while (started < prepared && stacks.start_on(started, threads[started]))
        ++started;
    for (std::size_t i = 0; i < quarantined; ++i) {
        pthread_t passing = {};
        if (!stacks.start_on(prepared, passing)) break;
        real_pthread_join()(passing, nullptr);
    }
    for (std::size_t i = 0; i < started; ++i)
        real_pthread_join()(threads[i], nullptr);
}

void* provide_stack(std::size_t size) {
    if (size % huge_page != 0 || size == 0) return nullptr;
    FreeStack* const found = free_stack_of(size);
    if (found == nullptr) return map_stack(size);
    return std::exchange(*found, {}).begin;
}

void take_back_stack(void* stack, std::size_t size) {
    if (stack == nullptr) return;
    if (FreeStack* const place = free_stack_of(0)) *place = {stack, size};
}

}  // namespace heddle::runtime
