// The threads of C11, handed on to the pthread functions that they are made of:
// inside the C library they would pass us by.
#include <pthread.h>
#include <sched.h>
#include <threads.h>

#include <cerrno>
#include <cstdint>

#include "runtime/real.hpp"

namespace {

int thrd_result(int error) {
    switch (error) {
        case 0: return thrd_success;
        case EBUSY: return thrd_busy;
        case ENOMEM: return thrd_nomem;
        case ETIMEDOUT: return thrd_timedout;
        default: return thrd_error;
    }
}

// glibc's own objects are pthread's under another name (nptl/thrd_priv.h).
pthread_mutex_t* mutex_of(mtx_t* mutex) {
    return reinterpret_cast<pthread_mutex_t*>(mutex);
}
pthread_cond_t* condition_of(cnd_t* condition) {
    return reinterpret_cast<pthread_cond_t*>(condition);
}

void* as_pointer(int result) {
    return reinterpret_cast<void*>(static_cast<std::intptr_t>(result));
}

}  // namespace

HEDDLE_INTERCEPT int mtx_lock(mtx_t* mutex) {
    return thrd_result(pthread_mutex_lock(mutex_of(mutex)));
}

HEDDLE_INTERCEPT int mtx_timedlock(mtx_t* mutex, const timespec* until) {
    return thrd_result(pthread_mutex_timedlock(mutex_of(mutex), until));
}

HEDDLE_INTERCEPT int mtx_trylock(mtx_t* mutex) {
    return thrd_result(pthread_mutex_trylock(mutex_of(mutex)));
}

HEDDLE_INTERCEPT int mtx_unlock(mtx_t* mutex) {
    return thrd_result(pthread_mutex_unlock(mutex_of(mutex)));
}

HEDDLE_INTERCEPT int cnd_wait(cnd_t* condition, mtx_t* mutex) {
    return thrd_result(pthread_cond_wait(condition_of(condition), mutex_of(mutex)));
}

HEDDLE_INTERCEPT int cnd_timedwait(cnd_t* condition, mtx_t* mutex, const timespec* until) {
    return thrd_result(pthread_cond_timedwait(condition_of(condition), mutex_of(mutex), until));
}

HEDDLE_INTERCEPT int cnd_signal(cnd_t* condition) {
    return thrd_result(pthread_cond_signal(condition_of(condition)));
}

HEDDLE_INTERCEPT int cnd_broadcast(cnd_t* condition) {
    return thrd_result(pthread_cond_broadcast(condition_of(condition)));
}

// An int comes back in the register that a pointer would; thrd_join looks at the int alone.
HEDDLE_INTERCEPT int thrd_create(thrd_t* thread, thrd_start_t routine, void* argument) {
    const auto start = reinterpret_cast<void* (*)(void*)>(reinterpret_cast<void*>(routine));
    return thrd_result(pthread_create(thread, nullptr, start, argument));
}

HEDDLE_INTERCEPT int thrd_join(thrd_t thread, int* result) {
    void* returned = nullptr;
    const int error = pthread_join(thread, &returned);
    const auto value = static_cast<int>(reinterpret_cast<std::intptr_t>(returned));
    if (error == 0 && result != nullptr) *result = value;
    return thrd_result(error);
}

HEDDLE_INTERCEPT int thrd_detach(thrd_t thread) {
    return thrd_result(pthread_detach(thread));
}

HEDDLE_INTERCEPT void thrd_exit(int result) {
    pthread_exit(as_pointer(result));
}

HEDDLE_INTERCEPT void thrd_yield() {
    sched_yield();
}

HEDDLE_INTERCEPT int thrd_sleep(const timespec* length, timespec* remaining) {
    return nanosleep(length, remaining) == 0 ? 0 : -1;
}

HEDDLE_INTERCEPT void call_once(once_flag* flag, void (*initialise)()) {
    pthread_once(reinterpret_cast<pthread_once_t*>(flag), initialise);
}
