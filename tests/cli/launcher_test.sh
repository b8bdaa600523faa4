#!/bin/bash
# Tests of the launcher ./heddle, each by name: launcher_test.sh SOURCE CASE. They run a copy of it in
# a course of one small program, with package tools that only pretend.
set -u
unset HEDDLE_ROOT HEDDLE_BUILD HEDDLE_YES # of the launcher that runs the tests

source_tree=$1
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
course="$work/a course"
fake="$work/bin"

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    for file in out err; do sed "s/^/  $file: /" "$work/$file" >&2; done
    exit 1
}

expect_exit() { [[ $status == "$1" ]] || fail "exit code $status, expected $1"; }
expect_out() { grep -qF -- "$1" "$work/out" || fail "stdout lacks: $1"; }
expect_err() { grep -qF -- "$1" "$work/err" || fail "stderr lacks: $1"; }
expect_no_err() { ! grep -qF -- "$1" "$work/err" || fail "stderr has: $1"; }

# pretend NAME <<<SCRIPT puts a program of this name before the real one.
pretend() {
    { echo '#!/bin/bash' && cat; } >"$fake/$1"
    chmod +x "$fake/$1"
}

launch() {
    (cd / && PATH="$fake:$PATH" "$course/heddle" "$@") >"$work/out" 2>"$work/err" </dev/null
    status=$?
}

make_course() {
    mkdir -p "$course"/{grader,cmake,exercises/{include,10-x},tests/hidden} "$fake"
    cp "$source_tree"/{heddle,CMakePresets.json} "$course"
    echo some-library >"$course/packages.txt"
    touch "$course"/exercises/{CMakeLists.txt,10-x/visible_test.cpp,10-x/student.cpp}
    touch "$course/tests/CMakeLists.txt"
    cat >"$course/CMakeLists.txt" <<'CMAKE'
cmake_minimum_required(VERSION 3.25)
project(small LANGUAGES CXX)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
add_executable(heddle grader/main.cpp)
add_custom_target(setup DEPENDS heddle)
add_custom_target(course)
file(WRITE "${PROJECT_BINARY_DIR}/course.json" "${CMAKE_CXX_COMPILER}")
option(HEDDLE_TESTS "" ON)
enable_testing()
add_test(NAME small COMMAND heddle)
set_tests_properties(small PROPERTIES LABELS quick)
CMAKE
    write_program one
    pretend dpkg-query <<<'echo some-library installed'
}

# write_program WORD makes the course's program print the word and its arguments.
write_program() {
    cat >"$course/grader/main.cpp" <<CPP
#include <cstdio>
int main(int count, char** words) {
    std::printf("$1");
    for (int i = 1; i < count; ++i) std::printf(" [%s]", words[i]);
    std::printf("\n");
}
CPP
}

set_up_once() {
    launch
    expect_exit 0
}

# interrupted_at TEXT sets up from nothing on a terminal, and types Ctrl-C when the text is shown.
interrupted_at() {
    PATH="$fake:$PATH" TERM=xterm "$source_tree/tests/cli/ctrl_c.py" "$1" "$course/heddle" \
        >"$work/out" 2>"$work/err"
    status=$?
    expect_exit 130
    [[ ! -e $course/build/fresh ]] || fail "half a set-up counts as whole"
    ! grep -q "setting up failed" "$work/out" || fail "it blames the sources"
    rm -rf "$course/build"
}

# --- Cases ----------------------------------------------------------------------------------------

sets_up_and_passes_arguments_on() {
    launch check "a b"
    expect_exit 0
    [[ $(<"$work/out") == "one [check] [a b]" ]] || fail "stdout is not the program's alone"
    expect_err "Setting up heddle"
}

starts_without_cmake_when_nothing_changed() {
    set_up_once
    pretend cmake <<<'exit 1'
    launch
    expect_exit 0
    [[ ! -s $work/err ]] || fail "it said something"
}

works_through_a_symbolic_link() {
    set_up_once
    ln -s "$course/heddle" "$work/link"
    "$work/link" >"$work/out" 2>"$work/err"
    status=$?
    expect_exit 0
}

rebuilds_what_changed_even_with_an_old_date() {
    set_up_once
    write_program two
    touch -d 2001-01-01 "$course/grader/main.cpp"
    launch
    expect_out two
}

notices_a_removed_file() {
    touch "$course/grader/extra.hpp"
    set_up_once
    rm "$course/grader/extra.hpp"
    pretend cmake <<<'exit 1'
    launch
    expect_exit 2
}

looks_again_when_hidden_tests_came() {
    set_up_once
    touch "$course/tests/hidden/hidden_test.cpp"
    launch
    expect_exit 0
    expect_err "looking at this machine"
}

ignores_what_a_student_writes() {
    set_up_once
    echo "int x;" >>"$course/exercises/10-x/student.cpp"
    pretend cmake <<<'exit 1'
    launch
    expect_exit 0
}

a_kept_build_folder_serves_a_new_checkout() {
    set_up_once
    find "$course" -path "$course/build" -prune -o -type f -exec touch {} +
    pretend cmake <<<'exit 1'
    launch
    expect_exit 0
    [[ ! -s $work/err ]] || fail "it said something"
}

a_failed_build_is_not_taken_for_a_whole_one() {
    set_up_once
    cp "$course/grader/main.cpp" "$work/whole.cpp"
    echo "int broken( {" >"$course/grader/main.cpp"
    launch
    expect_exit 2
    cp "$work/whole.cpp" "$course/grader/main.cpp"
    pretend cmake <<<'exit 1'
    launch
    expect_exit 2
}

leaves_the_source_tree_alone_with_a_build_folder() {
    find "$course" | sort >"$work/before"
    chmod -R a-w "$course"
    HEDDLE_BUILD="$work/else where" launch
    expect_exit 0
    find "$course" | sort | cmp - "$work/before" || fail "the source tree has changed"
}

names_the_way_out_where_it_cannot_write() {
    HEDDLE_BUILD=/proc/heddle launch
    expect_exit 2
    expect_err "Set HEDDLE_BUILD to a folder"
}

two_at_once_set_up_once() {
    for i in 1 2; do
        PATH="$fake:$PATH" "$course/heddle" "$i" >"$work/out$i" 2>"$work/err$i" </dev/null &
    done
    wait %1 || fail "the first: $(<"$work/err1")"
    wait %2 || fail "the second: $(<"$work/err2")"
    [[ $(cat "$work"/err[12] | grep -c "looking at this machine") == 1 ]] || fail "both set up"
}

ctrl_c_leaves_nothing_that_hurts() {
    touch "$work/slow"
    pretend c++ <<<"[[ ! -e '$work/slow' ]] || sleep 0.2; exec /usr/bin/c++ \"\$@\""
    (cd / && PATH="$fake:$PATH" exec setsid env --default-signal=INT "$course/heddle") \
        >"$work/out" 2>"$work/err" </dev/null &
    until [[ -e $course/build/CMakeCache.txt ]]; do sleep 0.05; done
    kill -INT -- "-$!"
    wait "$!"
    status=$?
    expect_exit 130
    rm "$work/slow"
    launch
    expect_exit 0
    expect_out one
}

ctrl_c_in_set_up_is_exit_code_130_at_any_moment() {
    pretend c++ <<<'sleep 0.2; exec /usr/bin/c++ "$@"'
    interrupted_at "looking at this machine"
    interrupted_at "step 1 of"
    mkdir "$course/build"
    exec 8>>"$course/build/lock"
    flock -s 8
    interrupted_at "waiting for it to end"
}

shows_the_error_of_a_broken_build() {
    echo "int broken( {" >"$course/grader/main.cpp"
    launch
    expect_exit 2
    expect_err "grader/main.cpp:1:"
    expect_err "build/setup.log"
    [[ ! -s $work/out ]] || fail "stdout isn't empty"
}

installs_missing_packages() {
    pretend dpkg-query <<<"[[ -e '$work/installed' ]] && echo some-library installed"
    pretend sudo <<<'shift; exec "$@"'
    pretend apt-get <<<"echo \"\$@\" >>'$work/apt'; [[ \$* == *install* ]] && touch '$work/installed'"
    HEDDLE_YES=1 launch
    expect_exit 0
    expect_err "heddle needs 1 more packages: some-library"
    grep -q "install --no-install-recommends some-library" "$work/apt" || fail "apt-get: $(<"$work/apt")"
}

a_package_of_another_distribution_is_not_asked_for() {
    echo 'its-browser tests nowhere' >>"$course/packages.txt"
    pretend dpkg-query <<<'echo some-library installed'
    launch test
    expect_exit 0
    expect_no_err its-browser
}

fetches_package_lists_when_installing_fails_without() {
    pretend dpkg-query <<<':'
    pretend sudo <<<'shift; exec "$@"'
    pretend apt-get <<<"[[ \$* == *update* ]] && exec touch '$work/lists'; [[ -e '$work/lists' ]]"
    HEDDLE_YES=1 launch
    expect_exit 0
}

says_what_apt_said_when_it_fails() {
    pretend dpkg-query <<<':'
    pretend sudo <<<'shift; exec "$@"'
    pretend apt-get <<<'echo "E: no network"; exit 100'
    HEDDLE_YES=1 launch
    expect_exit 2
    expect_err "E: no network"
    expect_err "sudo apt-get install some-library"
}

prints_the_apt_line_without_root_and_sudo() {
    pretend dpkg-query <<<':'
    pretend sudo <<<'exit 1'
    chmod -R a+rwX "$work"
    local -a unprivileged=()
    ((EUID == 0)) && unprivileged=(setpriv --reuid=65534 --regid=65534 --clear-groups)
    (cd / && PATH="$fake:$PATH" "${unprivileged[@]}" "$course/heddle") >"$work/out" 2>"$work/err" </dev/null
    status=$?
    expect_exit 2
    expect_err "Run: sudo apt-get update && sudo apt-get install some-library"
}

setup_starts_over_and_keeps_what_is_the_students() {
    set_up_once
    mkdir "$course/build/skeletons"
    echo old >"$course/build/bin/heddle"
    launch setup
    expect_exit 0
    expect_err "looking at this machine"
    [[ -d $course/build/skeletons ]] || fail "the skeletons are gone"
    launch
    expect_out one
}

starts_over_when_the_compiler_changed() {
    set_up_once
    pretend dpkg-query <<<'echo some-library installed; echo g++-12 12.2.0-15'
    touch "$course/packages.txt"
    launch
    expect_exit 0
    expect_err "setting up anew"
    expect_err "looking at this machine"
}

another_compiler_has_a_folder_of_its_own() {
    launch check --compiler g++
    expect_exit 0
    expect_out "one [check] [--compiler] [g++]"
    [[ $(<"$course/build/with-g++/course.json") == */g++ ]] || fail "it isn't for g++"
    [[ $(<"$course/build/course.json") != */g++ ]] || fail "the first one was changed"
    pretend cmake <<<'exit 1'
    for arguments in "check --compiler=g++" "check --compiler g++" "check"; do
        launch $arguments
        expect_exit 0
        [[ ! -s $work/err ]] || fail "it said something"
    done
}

what_changed_is_rebuilt_for_another_compiler_too() {
    launch --compiler g++
    echo broken >"$course/build/with-g++/course.json"
    echo "# changed" >>"$course/CMakeLists.txt"
    launch --compiler g++
    expect_exit 0
    [[ $(<"$course/build/with-g++/course.json") == */g++ ]] || fail "it is as it was"
}

a_compiler_that_is_not_here_is_named() {
    launch check --compiler=clang++-99
    expect_exit 2
    expect_err "there is no compiler clang++-99"
    expect_err "sudo apt-get install clang-99"
    [[ ! -e $course/build/with-clang++-99 ]] || fail "it left a folder"
    launch check --compiler some/where
    expect_exit 2
    expect_err "neither a name nor a whole path"
}

a_compiler_that_cannot_do_it_is_exit_code_2() {
    set_up_once
    pretend poor++ <<<'exit 1'
    launch check --compiler poor++
    expect_exit 2
    expect_err "The C++ compiler"
    expect_err "./heddle doctor --compiler poor++"
    launch check
    expect_exit 0
}

what_follows_two_dashes_is_not_for_the_launcher() {
    launch run -- --compiler clang++-99
    expect_exit 0
}

runs_the_tests_and_closes_with_their_summary() {
    launch test --quick
    expect_exit 0
    expect_out "100% tests passed, 0 tests failed out of 1"
    tail -n 1 "$work/out" | grep -q "Total Test time" || fail "something follows the summary"
}

help_and_two_sizes_of_tests_build_nothing() {
    launch test --help
    expect_exit 0
    expect_out "--thorough"
    launch help test
    expect_exit 0
    expect_out "--thorough"
    launch test --quick --thorough
    expect_exit 2
    expect_err "one size at a time"
    [[ ! -e $course/build/build.ninja ]] || fail "something was built"
}

a_failing_test_is_exit_code_1() {
    sed -i 's/COMMAND heddle/COMMAND false/' "$course/CMakeLists.txt"
    launch test
    expect_exit 1
}

an_edition_has_no_tests_of_its_own() {
    rm "$course/tests/CMakeLists.txt"
    launch
    expect_exit 0
    launch test
    expect_exit 2
    expect_err "no tests of its own"
}

make_course
"$2"
