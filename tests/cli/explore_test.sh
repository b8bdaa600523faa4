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

# field KEY prints it from the finding.
field() {
    python3 -c 'import json, sys
print(json.load(open("found.json"))["finding"][sys.argv[1]])' "$1"
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

what_takes_too_long_is_not_accused() {
    printf 'int main(void) { volatile int n = 0; while (n == 0) {} }\n' >spin.c
    explore 2 --schedules 3 spin.c
    says "a smaller problem"
    cat >long.cpp <<'END'
#include <mutex>
#include <thread>
int main() {
    std::mutex mutex;
    const auto lock_often = [&] { for (int i = 0; i < 20'000; ++i) std::lock_guard lock(mutex); };
    std::jthread a(lock_often), b(lock_often);
}
END
    explore 2 --schedules 3 long.cpp
    says "was not over after"
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

a_source_is_not_overwritten() {
    cp "$programs/race.c" .
    "$heddle" explore race.c --json race.c >out 2>err
    [[ $? == 2 ]] || fail "it isn't refused"
    cmp -s race.c "$programs/race.c" || fail "the source is lost"
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
