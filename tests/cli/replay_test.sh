#!/bin/bash
# A replay shows what the check showed, however it was asked: replay_test.sh SOURCE BUILD CASE.
set -u

source_tree=$1
export HEDDLE_BUILD=$2
export LC_ALL=C.UTF-8
heddle=$HEDDLE_BUILD/bin/heddle
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wrong=$source_tree/tests/wrong/10-lost-update/split-rmw/atomic_load_then_store
export HEDDLE_ROOT=$work/course

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    for file in "$work"/*; do [[ -f $file ]] && sed "s,^,  ${file##*/}: ," "$file" >&2; done
    exit 1
}

expect_exit() { [[ $status == "$1" ]] || fail "exit code $status, expected $1"; }

# run NAME ARGUMENT… keeps what is printed under that name.
run() {
    (cd "$work/course" && "$heddle" "${@:2}") >"$work/$1" 2>"$work/err" </dev/null
    status=$?
}

# A course in which somebody has solved exercise 10 in a wrong way.
mkdir "$work/course"
cp -r "$source_tree/exercises" "$source_tree/course.toml" "$work/course"
cp "$wrong"/*.?pp "$work/course/exercises/10-lost-update"

# The schedule of a seed isn't that of another, and is found again.
a_check_with_a_seed_is_replayed_as_it_was() {
    local seed
    for seed in 3 7; do
        run check check 10 --visible-only --seed "$seed"
        expect_exit 1
        grep -q -- "--seed $seed" "$work/check" || fail "the command to replay it lacks the seed"
        run "own-$seed" replay 10 --visible-only --seed "$seed"
        expect_exit 1
        run "submission-$seed" replay 10 --visible-only --seed "$seed" --submission "$wrong"
        cmp -s "$work/own-$seed" "$work/submission-$seed" || fail "another schedule"
    done
}

without_options_the_last_check_is_replayed() {
    run check check 10 --seed 7
    run last replay 10
    expect_exit 1
    run seven replay 10 --seed 7
    cmp -s "$work/last" "$work/seven" || fail "another schedule than the last check's"
}

cases_to_choose_from_can_be_pasted() {
    local name
    run out replay 10 nonsense
    expect_exit 2
    name=$(sed -n 's/^    "\(.*\)"$/\1/p' "$work/err" | head -n 1)
    [[ -n $name ]] || fail "no case is named on a line of its own"
    run out replay 10 "$name"
    ! grep -q "no case is called" "$work/err" || fail "the name isn't the case's"
    run out replay 10 "${name%?}"
    grep -qxF "    \"$name\"" "$work/err" || fail "the nearest case isn't offered"
}

a_failing_schedule_becomes_a_page() {
    run shown replay 10 --seed 7
    run told replay 10 --seed 7 --html "$work/page.html"
    expect_exit 1
    [[ $(tail -n 1 "$work/told") == "Written: $work/page.html" ]] || fail "the page isn't named"
    grep -q "^<!DOCTYPE html>" "$work/page.html" || fail "it is no page"
    grep -q "hits_ → 0" "$work/page.html" || fail "the page lacks a step"
    grep -q "<code>.*load" "$work/page.html" || fail "the page lacks the student's line"
    ! grep -qF "$work" "$work/page.html" || fail "the page names a path of this machine"
    run again replay 10 --seed 7 --html "$work/again.html"
    cmp -s "$work/page.html" "$work/again.html" || fail "another time, another page"
    run out replay 10 --seed 7 --html -
    cmp -s "$work/page.html" "$work/out" || fail "standard output has another page"
    cmp -s "$work/shown" "$work/err" || fail "the terminal's picture isn't told beside it"
}

# The class has no destructor of its own, whose line there would be.
an_object_ends_at_the_brace_of_its_function() {
    local locals=$source_tree/tests/wrong/04-subclass/destroyed-running/locals_without_join
    run out check 04 --visible-only --submission "$locals"
    expect_exit 1
    grep -q "destroy thread 2 .* countdown.cpp:$(grep -n '^}' "$locals/countdown.cpp" | tail -n 1 | cut -d : -f 1)$" \
        "$work/out" || fail "another place is shown"
}

a_page_goes_nowhere_where_it_would_harm() {
    local source=exercises/10-lost-update/hit_counter.hpp
    run out replay 10 --html "$source"
    expect_exit 2
    cmp -s "$wrong/hit_counter.hpp" "$work/course/$source" || fail "the student's file is lost"
    run out replay 10 --html exercises
    expect_exit 2
    grep -q "not the name of a file" "$work/err" || fail "a folder isn't refused"
    run out replay 10 --html nowhere/page.html
    expect_exit 2
    run out replay 10 --html - --svg -
    expect_exit 2
    grep -q "can't share standard output" "$work/err" || fail "two share standard output"
}

$3
