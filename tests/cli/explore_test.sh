#!/bin/bash
# Somebody's own program under the scheduler: explore_test.sh SOURCE BUILD CASE.
set -u

export HEDDLE_ROOT=$1 HEDDLE_BUILD=$2
export LC_ALL=C.UTF-8
heddle=$HEDDLE_BUILD/bin/heddle
programs=$1/tests/explore
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    for file in "$work"/*; do [[ -f $file ]] && sed "s,^,  ${file##*/}: ," "$file" >&2; done
    exit 1
}

# explore EXIT ARGUMENT… leaves what is printed in out and err, and the JSON in found.json.
explore() {
    "$heddle" explore --json found.json "${@:2}" >out 2>err </dev/null
    local status=$?
    [[ $status == "$1" ]] || fail "exit code $status, expected $1"
}

# field KEY prints it from the finding that is shown, or from where its schedule stands.
field() {
    python3 -c 'import json, sys
report = json.load(open("found.json"))
print({**report, **(report["findings"] or [{}])[0]}[sys.argv[1]])' "$1"
}

says() { grep -qF -- "$1" out err || fail "it doesn't say: $1"; }

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

# begins_with TEXT: what the page begins with, under the program's name where it stands alone.
begins_with() {
    head -2 out | grep -qF -- "$1" || fail "it doesn't begin with: $1"
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
    says "No failure in 110 schedules"
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

a_program_of_several_files_and_old_C_is_explored() {
    mkdir "a folder"
    printf 'count();\nmain(argc, argv) char **argv; { count(); if (argc != 2) abort(); }\n' >"a folder/main.c"
    printf '#include "n.h"\ncount() { return n; }\n' >"a folder/count.c"
    printf 'static int n = N;\n' >"a folder/n.h"
    explore 0 --schedules 10 "a folder/main.c" "a folder/count.c" --cflags "-DN=3" -- one
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

a_schedule_without_end_hides_no_failure_of_another() {
    cat >forever.c <<'END'
#include <assert.h>
#include <pthread.h>
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int ready;
static int is_ready(void) {
    pthread_mutex_lock(&mutex);
    int now = ready;
    pthread_mutex_unlock(&mutex);
    return now;
}
static void *wait(void *unused) {
    if (is_ready()) assert(!"ready too early");
    for (;;) is_ready();
}
static void *prepare(void *unused) {
    pthread_mutex_lock(&mutex);
    ready = 1;
    pthread_mutex_unlock(&mutex);
    return unused;
}
int main(void) {
    pthread_t a, b;
    pthread_create(&a, 0, wait, 0);
    pthread_create(&b, 0, prepare, 0);
    pthread_join(b, 0);
    pthread_join(a, 0);
}
END
    explore 1 --schedules 100 forever.c
    says "ready too early"
}

what_waits_for_a_plain_variable_makes_way() {
    cat >spin.c <<'END'
#include <assert.h>
#include <pthread.h>
static volatile int flag, data;
static void *produce(void *unused) { flag = 1; data = 1; return unused; }
static void *consume(void *unused) { while (!flag) {} assert(data == 1); return unused; }
int main(void) {
    pthread_t p, c;
    pthread_create(&c, 0, consume, 0);
    pthread_create(&p, 0, produce, 0);
    pthread_join(p, 0);
    pthread_join(c, 0);
}
END
    for seed in 1 2 3; do
        explore 1 --schedules 300 --seed "$seed" spin.c
        says "assert(data == 1) failed"
    done
}

two_that_wait_for_each_other_on_plain_memory_take_turns() {
    cat >turns.c <<'END'
#include <assert.h>
#include <pthread.h>
static volatile int turn, rounds;
static void *play(void *me) {
    for (int i = 0; i < 3; ++i) {
        while (turn != (me != 0)) {}
        ++rounds;
        turn = !turn;
    }
    return 0;
}
int main(void) {
    pthread_t a, b;
    pthread_create(&a, 0, play, 0);
    pthread_create(&b, 0, play, &b);
    pthread_join(a, 0);
    pthread_join(b, 0);
    assert(rounds == 6);
}
END
    explore 1 --schedules 100 turns.c
    says "turn"
    says "data race"
}

no_optimiser_hides_what_an_assertion_would_show() {
    cat >folded.c <<'END'
#include <assert.h>
#include <pthread.h>
static int i;
static void *add(void *unused) {
    int before = i;
    i++;
    assert(i == before + 1);
    return unused;
}
int main(void) {
    pthread_t a, b;
    pthread_create(&a, 0, add, 0);
    pthread_create(&b, 0, add, 0);
    pthread_join(a, 0);
    pthread_join(b, 0);
}
END
    explore 1 --schedules 300 folded.c
    says "assert(i == before + 1) failed"
    says "read  i → "
}

a_variable_may_be_called_as_a_controlled_function() {
    cat >send.c <<'END'
#include <pthread.h>
pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
_Bool send, wait, poll;
void *toggle(void *unused) {
    pthread_mutex_lock(&lock);
    send = wait = poll = !send;
    pthread_mutex_unlock(&lock);
    return unused;
}
int main(void) {
    pthread_t a, b;
    pthread_create(&a, 0, toggle, 0);
    pthread_create(&b, 0, toggle, 0);
    pthread_join(a, 0);
    pthread_join(b, 0);
    return send;
}
END
    explore 0 --schedules 30 send.c
}

what_takes_too_long_is_not_accused() {
    printf 'int main(void) { volatile int n = 0; while (n == 0) {} }\n' >spin.c
    explore 2 --schedules 3 spin.c
    says "a smaller problem"
    cat >long.cpp <<'END'
#include <mutex>
#include <thread>
int main() {
    std::mutex mutex;
    const auto lock_often = [&] { for (int i = 0; i < 60'000; ++i) std::lock_guard lock(mutex); };
    std::jthread a(lock_often), b(lock_often);
}
END
    explore 2 --schedules 3 long.cpp
    says "was not over after 60,000 steps"
    printf 'int n[64];\nint main(void) { for (int i = 0; i < 3000000; ++i) n[i %% 64] = i; }\n' >fill.c
    explore 2 --schedules 3 fill.c
    says "was not over after 2,000,000 steps and memory"
}

memory_without_end_is_no_crash() {
    cat >hoard.c <<'END'
#include <pthread.h>
#include <stdlib.h>
static char *volatile last;
static void *hoard(void *unused) {
    for (;;) *(last = malloc(8 << 20)) = 1;
    return unused;
}
int main(void) {
    pthread_t thread;
    pthread_create(&thread, 0, hoard, 0);
    return pthread_join(thread, 0);
}
END
    explore 2 --schedules 3 hoard.c
    says "hoard.c:5: the program ran out of memory: more than 1 GB was asked for"
    says "and 8 MB of it were refused"
    cat out err >first
    explore 2 --schedules 3 hoard.c
    cat out err | cmp -s - first || fail "another time, other words"
    printf '#include <vector>\nint main() { std::vector<long> all(1); for (;;) all.reserve(2 * all.capacity()); }\n' >grow.cpp
    explore 2 --schedules 3 grow.cpp
    says "the program ran out of memory"
}

a_program_that_copes_without_memory_is_not_accused() {
    printf '#include <stdlib.h>\nint main(void) { while (malloc(1 << 20)) {} return 0; }\n' >full.c
    explore 0 --schedules 10 full.c
    cat >cope.cpp <<'END'
#include <memory>
#include <new>
#include <thread>
#include <vector>
int main() {
    std::jthread([] {
        std::vector<std::unique_ptr<char[]>> all;
        try {
            for (;;) all.push_back(std::make_unique_for_overwrite<char[]>(1 << 24));
        } catch (const std::bad_alloc&) {
        }
    });
}
END
    explore 0 --schedules 10 cope.cpp
    cat >huge.cpp <<'END'
#include <new>
int main(int n, char**) {
    try {
        char *volatile all = new char[(1ull << 45) * n];
        return all != nullptr;
    } catch (const std::bad_alloc&) {
    }
}
END
    explore 0 --schedules 10 huge.cpp
    cat >many.cpp <<'END'
#include <thread>
#include <vector>
int main() {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 200; ++i) threads.emplace_back([] {});
}
END
    explore 0 --schedules 3 many.cpp
}

a_program_says_by_its_code_that_it_failed() {
    printf '#include <stdlib.h>\nint main(void) { exit(3); }\n' >exit.c
    explore 1 --schedules 3 exit.c
    says "exit(3) was called"
    [[ $(field outcome) == wrong_result ]] || fail "the outcome is $(field outcome)"
    printf 'int main(void) { return 4; }\n' >return.c
    explore 1 --schedules 3 return.c
    says "main returned 4"
    [[ $(field outcome) == wrong_result ]] || fail "the outcome is $(field outcome)"
}

what_ends_a_program_is_called_by_its_name() {
    printf '#include <signal.h>\nint main(void) { raise(SIGTERM); return 0; }\n' >term.c
    explore 1 --schedules 3 term.c
    says "The signal SIGTERM ended the whole program"
    says "Who sends this signal"
    printf '#include <stdlib.h>\nint main(void) { abort(); }\n' >abort.c
    explore 1 --schedules 3 abort.c
    says "main gave up, and the whole program ended: abort() was called"
    says "What had become false"
    printf '#include <stdlib.h>\nint main(void) { char *volatile a = malloc(9); free(a); free(a); }\n' >twice.c
    explore 1 --schedules 3 twice.c
    says "free(): double free detected in tcache 2"
    says "which pointer was freed twice?"
    printf 'int deep(int n) { volatile char all[200000]; all[0] = 1; return deep(n + 1) + all[0]; }\nint main(void) { return deep(0); }\n' >deep.c
    explore 1 --schedules 3 deep.c
    says "main uses up its stack (deep.c:1)"
    printf 'int main(int n, char **all) { return 5 / (n - 1); }\n' >divide.c
    explore 1 --schedules 3 divide.c
    says "By what is divided here"
    printf 'int main(int n, char **all) { return *(int *)(long)(n - 1); }\n' >null.c
    explore 1 --schedules 3 null.c
    says "Which pointer, index or object"
}

main_may_end_before_the_others() {
    cat >early.c <<'END'
#include <pthread.h>
#include <unistd.h>
static void *nap(void *unused) { sleep(5); return unused; }
int main(void) {
    pthread_t thread;
    pthread_create(&thread, 0, nap, 0);
    pthread_detach(thread);
    pthread_exit(0);
}
END
    explore 0 --schedules 20 early.c
}

files_in_two_folders_and_odd_names_are_fine() {
    mkdir -p one two
    printf 'void hit(void);\n' >two/hit.h
    printf '#include "hit.h"\nstatic int hits;\nvoid hit(void) { ++hits; }\n' >two/hit.c
    cat >one/-odd.c <<'END'
#include <pthread.h>
#include "../two/hit.h"
static void *work(void *unused) { hit(); return unused; }
int main(void) {
    pthread_t a, b;
    pthread_create(&a, 0, work, 0);
    pthread_create(&b, 0, work, 0);
    pthread_join(a, 0);
    pthread_join(b, 0);
    return 0;
}
END
    explore 1 one/-odd.c two/hit.c
    says "two/hit.c:3"
    cd one || exit 1
    explore 1 ./-odd.c ../two/hit.c
}

a_file_may_be_called_as_one_of_the_runtime() {
    cat >once.cpp <<'END'
#include <mutex>
#include <thread>
std::mutex mutex;
int make() { std::lock_guard lock(mutex); return 3; }
int value() { static const int made = make(); return made; }
int main() { std::jthread a([] { value(); }), b([] { std::lock_guard lock(mutex); value(); }); }
END
    explore 1 once.cpp
    says "once.cpp:5"
    grep -q "once.cpp:[7-9]\|once.cpp:[1-9][0-9]" out && fail "a line of the runtime is named"
    grep -q "once *made" out || fail "the initialisation has no name"
}

a_source_is_not_overwritten() {
    cp "$programs/race.c" .
    "$heddle" explore race.c --json race.c >out 2>err
    [[ $? == 2 ]] || fail "it isn't refused"
    cmp -s race.c "$programs/race.c" || fail "the source is lost"
}

two_results_do_not_share_a_file() {
    "$heddle" explore "$programs/race.c" --json both --html ./both >out 2>err
    [[ $? == 2 ]] || fail "it isn't refused"
    says "can't share a file"
    [[ ! -e both ]] || fail "something was written"
}

a_finding_becomes_a_page_that_plays() {
    explore 1 --html page.html "$programs/lock_order.c"
    grep -q "waits for second, held by thread 2" page.html || fail "the page lacks the finding"
    grep -q "pthread_mutex_lock(&amp;second)" page.html || fail "the page lacks the program's lines"
    ! grep -qF "$programs" page.html || fail "the page names a path of this machine"
    mv page.html first.html
    explore 1 --html page.html "$programs/lock_order.c"
    cmp -s page.html first.html || fail "another time, another page"
    cp "$programs/race.c" .
    explore 2 --html race.c race.c
    cmp -s race.c "$programs/race.c" || fail "the source is lost"
}

a_page_of_nothing_found_says_so() {
    explore 0 --schedules 10 --html page.html "$programs/right_queue.cpp" -- 4
    grep -q "No failure in 11 schedules (not a proof)" page.html || fail "it doesn't say so"
    ! grep -q "<table" page.html || fail "there is something to play"
}

a_program_that_does_not_compile_shows_its_line() {
    printf 'int main(void) {\n    return 1 +;\n}\n' >broken.c
    explore 2 broken.c
    says "broken.c:2"
}

flags_go_to_the_compiler_and_the_linker() {
    printf '#include <math.h>\n#include <string.h>\nint main(int n, char **all) { return strcmp(NAME, "two words") || sqrt(n * 4.0) != 2; }\n' >flags.c
    explore 0 --schedules 3 flags.c --cflags "-DNAME='\"two words\"' -lm -l rt -Wl,--as-needed"
    explore 2 --schedules 3 flags.c --cflags "-DNAME='x"
    says "a quote is not closed"
}

what_no_library_has_is_named_with_its_line() {
    printf 'int nowhere(void);\nint main(void) {\n    return nowhere();\n}\n' >undefined.c
    explore 2 undefined.c
    says "undefined.c:3"
}

a_program_without_main_is_explained() {
    printf 'int f(void) { return 1; }\n' >f.c
    explore 2 f.c
    says "no main is defined"
}

what_is_no_program_is_said() {
    explore 2 nothing.c
    says "there is no such file"
    mkdir folder.c
    explore 2 folder.c
    says "this is no file"
    touch notes.txt
    explore 2 notes.txt
    says "neither C nor C++"
    explore 2 "$programs/lock_order.c" --schedules 0
    says "--schedules"
}

a_small_program_is_verified() {
    explore 0 --strategy exhaustive "$programs/two_locked_hits.cpp"
    says "Verified: all 31 schedules."
    python3 -c 'import json
found = json.load(open("found.json"))
assert found["verified"] and found["verification"] == {
    "schedules": 31, "preemption_bound": None, "assumes_fairness": False}, found' || fail "JSON"
}

a_larger_one_is_verified_up_to_a_bound() {
    explore 0 --strategy exhaustive "$programs/right_queue.cpp" -- 1
    says "schedules with at most 2 preemptions."
}

what_has_too_many_schedules_is_not_verified() {
    explore 0 --strategy exhaustive --schedules 20 "$programs/right_queue.cpp" -- 3
    says "(not a proof)"
}

a_failing_schedule_of_all_is_a_finding_like_any_other() {
    explore 1 --strategy exhaustive "$programs/lock_order.c"
    [[ $(field outcome) == deadlock ]] || fail "the outcome is $(field outcome)"
    [[ $(field strategy) == exhaustive ]] || fail "the strategy is $(field strategy)"
    says "waits for second, held by thread 2"
    explore 1 --replay found.json "$programs/lock_order.c"
}

one_strategy_alone_is_told_by_its_name() {
    explore 1 --strategy random-walk "$programs/lock_order.c"
    [[ $(field strategy) == "random walk" ]] || fail "the strategy is $(field strategy)"
    explore 2 --strategy luck "$programs/lock_order.c"
    says "there is no strategy \"luck\""
    says "random walk"
}

weak_orders_are_noted_where_the_program_asks_for_them() {
    cat >weak.cpp <<'END'
#include <atomic>
#include <semaphore>
#include <thread>

int main() {
    std::counting_semaphore<1> gate(0);
    std::atomic<int> hits = 0;
    std::thread other([&] {
        hits.fetch_add(1, std::memory_order_relaxed);
        gate.release();
    });
    gate.acquire();
    other.join();
    return hits == 1 ? 0 : 1;
}
END
    explore 0 --schedules 20 weak.cpp
    says "Note: Orders weaker than seq_cst in weak.cpp:9 were not checked."
    sed 's/, std::memory_order_relaxed//' weak.cpp >strong.cpp
    explore 0 --schedules 20 strong.cpp
    ! grep -q "seq_cst" out || fail "the semaphore's own orders are taken for the program's"
}

choices_that_do_not_fit_are_said() {
    explore 2 "$programs/lock_order.c" --replay nonsense
    says "these are no choices"
    printf 'int main(void) {\n' >broken.c
    explore 2 broken.c
    mv found.json build_error.json
    explore 2 "$programs/lock_order.c" --replay build_error.json
    says "these are no choices"
    explore 1 "$programs/lock_order.c"
    field choices >choices
    explore 2 "$programs/right_queue.cpp" --replay choices
    says "don't fit the program"
}

forked_children_are_followed() {
    explore 0 "$programs/pipe_from_children.c"
    explore 1 "$programs/write_end_left_open.c"
    says "still open in main"
    cp found.json first.json
    explore 1 "$programs/write_end_left_open.c"
    cmp -s <(grep -v '"wall_ms"' found.json) <(grep -v '"wall_ms"' first.json) ||
        fail "another time, another report"
}

$3
