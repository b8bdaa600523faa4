// What the programs of this folder are written with; precompiled.
#pragma once

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_test_macros.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include <pthread.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

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
