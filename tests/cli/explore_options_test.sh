#!/bin/bash
# What `explore` can be asked for: files, flags, pages, strategies, choices:
# explore_options_test.sh SOURCE BUILD CASE.
. "${BASH_SOURCE%/*}/exploring.sh"

a_program_of_several_files_and_old_C_is_explored() {
    mkdir "a folder"
    printf 'count();\nmain(argc, argv) char **argv; { count(); if (argc != 2) abort(); }\n' >"a folder/main.c"
    printf '#include "n.h"\ncount() { return n; }\n' >"a folder/count.c"
    printf 'static int n = N;\n' >"a folder/n.h"
    explore 0 --schedules 10 "a folder/main.c" "a folder/count.c" --cflags "-DN=3" -- one
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
    grep -q "No failure in 12 schedules (not a proof)" page.html || fail "it doesn't say so"
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

$3
