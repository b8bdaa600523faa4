#include "scheduler/operation.hpp"

#include <cstddef>

namespace heddle::scheduler {
namespace {

constexpr const char* names[] = {
    "begin",
    "end",
    "create",
    "join",
    "detach",
    "lock",
    "try_lock",
    "unlock",
    "lock_shared",
    "try_lock_shared",
    "wait",
    "notify_one",
    "notify_all",
    "atomic wait",
    "atomic notify",
    "acquire",
    "release",
    "barrier wait",
    "once",
    "yield",
    "sleep",
    "work",
    "io",
    "clock",
    "load",
    "store",
    "exchange",
    "compare_exchange",
    "fence",
    "read",
    "write",
    "put",
    "exit",
    "finish",
    "evidence",
    "constructed",
    "start",
    "run begins",
    "run ends",
    "destroy",
    "core",
    "receive",
    "send",
    "poll",
    "accept",
    "connect",
    "open",
    "close",
    "fork",
    "wait for child",
    "kill",
};
static_assert(sizeof names / sizeof *names == static_cast<std::size_t>(Operation::count_));

}  // namespace

const char* name(Operation operation) {
    return names[static_cast<std::size_t>(operation)];
}

}  // namespace heddle::scheduler
