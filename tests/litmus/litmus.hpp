// What the programs of this folder are written with; precompiled.
#pragma once

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_test_macros.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include <pthread.h>

#include <array>
#include <atomic>
#include <barrier>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <latch>
#include <memory>
#include <mutex>
#include <semaphore>
#include <shared_mutex>
#include <stop_token>
#include <thread>
#include <vector>

// Runs each in a thread of its own, and returns when all have ended.
template <class... Work>
void together(Work... works) {
    const std::jthread threads[] = {std::jthread(std::ref(works))...};
}

// The same for work(0) … work(count - 1).
template <class Work>
void in_threads(int count, Work work) {
    std::vector<std::jthread> threads;
    for (int i = 0; i < count; ++i)
        threads.emplace_back(std::ref(work), i);
}

// What `clock` shows `seconds` from now.
inline timespec in_seconds(clockid_t clock, long seconds) {
    timespec time = {};
    clock_gettime(clock, &time);
    time.tv_sec += seconds;
    return time;
}

inline double seconds_since(const timespec& start, clockid_t clock) {
    timespec now = {};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec - start.tv_sec) +
           static_cast<double>(now.tv_nsec - start.tv_nsec) * 1e-9;
}
