#!/bin/bash
# The course with clang++ in place of the default compiler: second_compiler_test.sh SOURCE BUILD CASE.
# Exit code 77 where clang++ isn't installed: CTest then lists the case as skipped.
set -u

source_tree=$1
export HEDDLE_BUILD=$2
export HEDDLE_ROOT=$source_tree
heddle=$HEDDLE_BUILD/bin/heddle
compiled=$HEDDLE_BUILD/with-clang++
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    for file in "$work"/*; do sed "s,^,  ${file##*/}: ," "$file" >&2; done
    exit 1
}

# verdicts FOLDER NAME ARGUMENT… grades exercise 10 and keeps each case's points and diagnosis.
verdicts() {
    "$heddle" check 10 --submission "$1" --json "$work/report.json" "${@:3}" >"$work/out" 2>&1 </dev/null
    grep -E '"(name|points|diagnosis|toolchain)":' "$work/report.json" >"$work/$2"
}

# --- Cases ----------------------------------------------------------------------------------------

it_is_set_up() {
    {
        cmake -S "$source_tree" -B "$compiled" -G Ninja -DCMAKE_BUILD_TYPE=Release \
            -DCMAKE_CXX_COMPILER=clang++ -DHEDDLE_TESTS=OFF &&
            cmake --build "$compiled" --target course
    } >"$work/log" 2>&1 || fail "set-up for clang++"
}

its_sanitizers_speak() {
    "$heddle" doctor --compiler clang++ >"$work/out" 2>&1 || fail "doctor"
    grep -q 'clang++ [0-9]' "$work/out" || fail "doctor names another compiler"
}

its_verdicts_are_those_of_the_first() {
    local folder
    for folder in solutions/10-lost-update \
        tests/wrong/10-lost-update/{split-rmw/atomic_load_then_store,loop-ref/slot_of_the_loop_variable,two-locks/one_for_writing_one_for_reading}; do
        verdicts "$source_tree/$folder" first
        verdicts "$source_tree/$folder" second --compiler clang++
        grep -q '"toolchain": *"clang++' "$work/second" || fail "$folder was not compiled by clang++"
        diff <(grep -v toolchain "$work/first") <(grep -v toolchain "$work/second") >"$work/diff" ||
            fail "$folder has another verdict"
    done
}

a_failure_names_the_command_that_replays_it() {
    local folder=$source_tree/tests/wrong/10-lost-update/split-rmw/atomic_load_then_store
    verdicts "$folder" second --compiler clang++
    tr -d '\\\n' <"$work/out" | grep -qF -- "--compiler clang++" || fail "the command lacks --compiler"
    "$heddle" replay 10 --submission "$folder" --compiler clang++ >"$work/replay" 2>&1
    grep -qE 'load +hits_' "$work/replay" || fail "the replay shows nothing"
}

the_course_proves_itself_with_it() {
    "$heddle" verify --compiler clang++ 10 >"$work/out" 2>&1 || fail "verify --compiler clang++ 10"
}

if ! command -v clang++ >/dev/null; then
    echo "skipped: clang++ is not installed. Run: sudo apt-get install clang libclang-rt-dev"
    exit 77
fi
"$3"
