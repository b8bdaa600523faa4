#!/bin/bash
# What `explore` finds in somebody's own program, and what it calls it:
# explore_test.sh SOURCE BUILD CASE.
. "${BASH_SOURCE%/*}/exploring.sh"

# finds PROGRAM OUTCOME DIAGNOSIS: found, and the same again by its choices.
finds() {
    explore 1 --schedules 300 --seed 1 "$programs/$1"
    [[ $(field outcome) == "$2" ]] || fail "the outcome is $(field outcome)"
    [[ $(field diagnosis) == "$3" ]] || fail "the diagnosis is $(field diagnosis)"
    field choices >choices
    field trace >trace
    explore 1 --seed 1 --replay choices "$programs/$1"
    [[ $(field trace) == "$(cat trace)" ]] || fail "the replay shows something else"
    cp found.json again.json
    explore 1 --seed 1 --replay again.json "$programs/$1"
}

a_lock_order_deadlock_is_found() {
    finds lock_order.c deadlock lock-order
    says "waits for second, held by thread 2"
}

elements_of_an_array_are_told_apart() {
    finds philosophers.c deadlock lock-order
    says "waits for forks[0], held by thread 1"
    says "waits for forks[1], held by thread 2"
    says "waits for forks[2], held by thread 3"
}

a_lost_wakeup_is_found() {
    finds lost_wakeup.c deadlock lost-wakeup
    says "waits to be notified on ready"
}

a_check_then_act_is_found_by_its_assertion() {
    finds check_then_act.c wrong_result check-act
    says "assert(seats >= 0) failed"
}

# Each writer's handle is read by main alone: a hundred reads that say nothing.
a_hundred_writers_hide_nothing() {
    local seed
    for seed in 3 4; do
        explore 1 --schedules 40 --seed $seed --cflags -DWRITERS=100 "$programs/reordered_writes.c"
        says "assert(seen == second) failed"
    done
}

a_race_is_found_and_its_lines_are_named() {
    finds race.c data_race race
    says "race.c:7"
}

# In its usual schedule the program has no race at all.
a_race_is_shown_in_the_simplest_schedule_that_has_it() {
    cat >seldom.cpp <<'END'
#include <mutex>
#include <thread>
std::mutex mutex;
bool is_done = false;
int result = 0;
void produce() {
    result = 1;
    std::lock_guard guard(mutex);
    is_done = true;
}
void consume() {
    for (int i = 0; i < 4; ++i) std::lock_guard guard(mutex);
    bool seen;
    {
        std::lock_guard guard(mutex);
        seen = is_done;
    }
    if (!seen) result = 2;
}
int main() {
    std::thread a(produce), b(consume);
    a.join(); b.join();
}
END
    explore 1 seldom.cpp
    says "(seldom.cpp:18), holding no lock"
    says "(seldom.cpp:7), holding no lock"
    grep -q "write *result ← 2" out || fail "one access isn't shown"
    grep -q "write *result ← 1" out || fail "the other access isn't shown"
    ! grep -q "steps …" out || fail "it isn't simple"
    field trace >trace
    cp found.json first.json
    explore 1 --replay first.json seldom.cpp
    [[ $(field trace) == "$(cat trace)" ]] || fail "the replay shows something else"
}

# Where fences are used `hunt` judges races alone.
a_race_that_only_the_scheduler_sees_is_made_simple() {
    cat >fence.cpp <<'END'
#include <atomic>
#include <thread>
int data, copy;
std::atomic<int> rounds, ready;
void put() {
    for (int i = 0; i < 3; ++i) ++rounds;
    data = 1;
    std::atomic_thread_fence(std::memory_order_release);
    ready.store(1);
}
void get() {
    for (int i = 0; i < 3; ++i) ++rounds;
    copy = data;
}
int main() { std::thread a(put), b(get); a.join(); b.join(); }
END
    explore 1 fence.cpp
    says "Note: ThreadSanitizer doesn't understand atomic_thread_fence"
    python3 -c 'import json
threads = [step["thread"] for step in json.load(open("found.json"))["trace"]["steps"]]
turns = [a for a, b in zip(threads, threads[1:] + [None]) if a != b]
assert turns.count(1) == turns.count(2) == 1, turns' || fail "somebody is interrupted"
    field trace >trace
    cp found.json first.json
    explore 1 --replay first.json fence.cpp
    [[ $(field trace) == "$(cat trace)" ]] || fail "the replay shows something else"
}

what_only_a_sanitizer_sees_is_found_by_its_schedules_beside_an_exhaustive_search() {
    cat >buffer.c <<'END'
#include <pthread.h>
#include <stdio.h>
static char text[16];
static void *put(void *unused) { snprintf(text, sizeof text, "%d", 7); return unused; }
int main(void) {
    pthread_t a, b;
    pthread_create(&a, 0, put, 0);
    pthread_create(&b, 0, put, 0);
    pthread_join(a, 0);
    pthread_join(b, 0);
    return 0;
}
END
    explore 1 buffer.c --strategy exhaustive
    [[ $(field choices) == tsan:* ]] || fail "the choices are $(field choices)"
    explore 1 buffer.c --replay "$(field choices)"
}

what_happened_stands_before_its_cause() {
    cat >hits.c <<'END'
#include <assert.h>
#include <pthread.h>
static int hits;
static void *hit(void *unused) { ++hits; return unused; }
int main(void) {
    pthread_t a, b;
    pthread_create(&a, 0, hit, 0);
    pthread_create(&b, 0, hit, 0);
    pthread_join(a, 0);
    pthread_join(b, 0);
    assert(hits == 2);
}
END
    explore 1 hits.c
    begins_with "assert(hits == 2) failed"
    says "Nothing orders the two."
    ! grep -q "Also:" out || fail "the same is told twice"
    [[ $(field outcome) == data_race ]] || fail "the first finding is $(field outcome)"
    # Where the scheduler alone judges races, it is no other.
    sed 's/++hits;/++hits; __atomic_thread_fence(__ATOMIC_RELEASE);/' hits.c >fenced.c
    explore 1 fenced.c
    begins_with "assert(hits == 2) failed"
    python3 -c 'import json; assert json.load(open("found.json"))["outcome"] != "data_race"' ||
        fail "the schedule shown ended with a race"
    sed 's/assert(hits == 2)/return hits - 2/' hits.c >code.c
    explore 1 code.c
    begins_with "main returned -1"
    sed 's/^static int balance/static int hits;\n&/; s/    pthread_mutex_lock(&first);/    ++hits;\n&/' \
        "$programs/lock_order.c" >both.c
    explore 1 both.c
    begins_with "waits for second, held by"
    says "Also: "
    says "In which order does each of them take the two?"
}

# Two that lock in opposite order, one named by its creator and one by itself.
threads_are_called_by_the_names_that_the_program_gave_them() {
    cat >names.c <<'END'
#define _GNU_SOURCE
#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <sys/prctl.h>
static pthread_mutex_t first = PTHREAD_MUTEX_INITIALIZER, second = PTHREAD_MUTEX_INITIALIZER;
static void *forth(void *unused) {
    assert(prctl(PR_SET_NAME, "a cook with a long name") == 0);
    pthread_mutex_lock(&first);
    pthread_mutex_lock(&second);
    pthread_mutex_unlock(&second);
    pthread_mutex_unlock(&first);
    return unused;
}
static void *back(void *unused) {
    pthread_mutex_lock(&second);
    pthread_mutex_lock(&first);
    pthread_mutex_unlock(&first);
    pthread_mutex_unlock(&second);
    return unused;
}
int main(void) {
    pthread_t a, b;
    char name[16];
    pthread_create(&a, 0, forth, 0);
    pthread_create(&b, 0, back, 0);
    assert(pthread_setname_np(b, "waiter") == 0);
    assert(pthread_setname_np(b, "sixteen letters!") == ERANGE);
    assert(pthread_getname_np(b, name, sizeof name) == 0 && strcmp(name, "waiter") == 0);
    pthread_join(a, 0);
    pthread_join(b, 0);
    return 0;
}
END
    explore 1 --html page.html names.c
    says "waits for second, held by waiter"
    says "waits for first, held by a cook with a l"
    says "main waits for"
    grep -q "held by waiter" page.html || fail "the page says something else"
    field trace >trace
    cp found.json first.json
    explore 1 --replay first.json names.c
    [[ $(field trace) == "$(cat trace)" ]] || fail "the replay shows something else"
    explore 1 names.c
    cmp -s found.json first.json || fail "another time, another finding"
}

# Main is called by its new name; of two with one name each has its number besides, and no name is
# a command to a terminal.
names_are_told_apart_and_harmless() {
    cat >alike.cpp <<'END'
#include <pthread.h>
#include <mutex>
#include <thread>
std::mutex first, second;
void lock(std::mutex& one, std::mutex& other) {
    pthread_setname_np(pthread_self(), "wor\033[31mker");
    std::scoped_lock outer(one);
    std::scoped_lock inner(other);
}
int main() {
    pthread_setname_np(pthread_self(), "boss");
    std::jthread a([] { lock(first, second); }), b([] { lock(second, first); });
}
END
    explore 1 alike.cpp
    grep -q "boss waits for wor.*ker #2 to end" out || fail "main has another name"
    grep -q "held by wor.*ker #2" out || fail "the two are called alike"
    ! grep -q "$(printf '\033')" out || fail "a name is a command to the terminal"
}

# Daemons at work, exit() instead of a return, arguments that look like options.
a_right_program_is_not_accused() {
    explore 0 --schedules 100 "$programs/right_queue.cpp" -- 4 --seed
    says "No failure in 120 schedules"
}

sleeps_cost_virtual_time_alone() {
    cat >sleepers.c <<'END'
#include <pthread.h>
#include <unistd.h>
static void *nap(void *unused) { sleep(5); return unused; }
int main(int count, char **arguments) {
    pthread_t threads[10];
    for (int i = 0; i < 10; ++i) {
        pthread_create(&threads[i], 0, nap, 0);
        if (count > 1) pthread_join(threads[i], 0);
    }
    for (int i = 0; i < 10 && count == 1; ++i) pthread_join(threads[i], 0);
}
END
    explore 0 --schedules 1 sleepers.c
    grep -q '"virtual_ms": 5000' found.json || fail "together they don't sleep 5 s"
    explore 0 --schedules 1 sleepers.c -- in_turn
    grep -q '"virtual_ms": 50000' found.json || fail "in turn they don't sleep 50 s"
}

the_same_command_finds_the_same() {
    explore 1 "$programs/lock_order.c"
    mv found.json first.json
    explore 1 "$programs/lock_order.c"
    cmp -s first.json found.json || fail "another time, another finding"
}

output_without_end_and_input_are_no_obstacle() {
    cat >io.c <<'END'
#include <stdio.h>
int main(void) {
    for (int i = 0; i < 100000; ++i) puts("a line that nobody reads");
    return getchar() == EOF ? 0 : 1;
}
END
    explore 0 --schedules 3 io.c
}

$3
