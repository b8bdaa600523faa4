#!/bin/bash
# What happens to input that is no honest submission: bad_input_test.sh SOURCE BUILD CASE. Each case
# runs the real program on the real exercises and asks for the right exit code and the right words.
set -u

# shellcheck source=tests/cli/own_mounts.sh
source "${BASH_SOURCE[0]%/*}/own_mounts.sh"
source_tree=$1
export HEDDLE_BUILD=$2
export HEDDLE_ROOT=$source_tree
heddle=$HEDDLE_BUILD/bin/heddle
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
submission=$work/submission
solution=$source_tree/solutions/10-lost-update

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    for file in out err; do sed "s/^/  $file: /" "$work/$file" >&2; done
    exit 1
}

expect_exit() { [[ $status == "$1" ]] || fail "exit code $status, expected $1"; }
expect_text() { grep -qF -- "$1" "$work/out" "$work/err" || fail "nothing says: $1"; }

run() {
    (cd / && "$heddle" "$@") >"$work/out" 2>"$work/err" </dev/null
    status=$?
}

check() { run check 10 --submission "$submission" --visible-only --json "$work/report.json"; }
expect_not_graded() {
    expect_exit 2
    grep -q '"graded": *false' "$work/report.json" || fail "the report doesn't say graded: false"
}

# submit FILE <<<TEXT replaces one file of a submission that is otherwise the solution.
submit() {
    mkdir -p "$submission"
    cp -n "$solution"/*.?pp "$submission"
    cat >"$submission/$1"
}

# A counter whose hit() does this besides.
submit_hit() {
    submit hit_counter.hpp <<CPP
#pragma once
#include <cstdio>
#include <cstdlib>
#include <mutex>
class HitCounter {
  public:
    void hit() {
        const std::lock_guard<std::mutex> lock(mutex_);
        ++hits_;
        $1
    }
    long total() const {
        const std::lock_guard<std::mutex> lock(mutex_);
        return hits_;
    }

  private:
    mutable std::mutex mutex_;
    long hits_ = 0;
};
long count_hits(int threads, int hits_per_thread);
CPP
}

# --- Names and settings ---------------------------------------------------------------------------

an_unknown_exercise_is_answered_with_the_nearest() {
    run check lost-updat
    expect_exit 2
    expect_text lost-update
}

broken_toml_names_file_line_and_column() {
    cp -r "$source_tree/exercises" "$source_tree/course.toml" "$work"
    sed -i '2s/.*/unit = = 2/' "$work/exercises/10-lost-update/exercise.toml"
    HEDDLE_ROOT=$work run check 10
    expect_exit 2
    expect_text exercise.toml:2:
}

# --- Files ----------------------------------------------------------------------------------------

a_missing_file_is_not_graded() {
    mkdir "$submission"
    check
    expect_not_graded
}

an_empty_file_is_not_graded() {
    submit hit_counter.cpp </dev/null
    check
    expect_not_graded
    expect_text hit_counter.cpp
}

a_file_that_is_not_utf8_is_not_graded() {
    submit hit_counter.cpp < <(printf '// caf\xe9\n')
    check
    expect_not_graded
    expect_text UTF-8
}

a_file_of_10_MB_is_not_graded() {
    submit hit_counter.cpp < <(head -c 10000000 /dev/zero | tr '\0' ' ')
    check
    expect_not_graded
}

a_folder_in_place_of_a_file_is_not_graded() {
    mkdir -p "$submission/hit_counter.cpp"
    check
    expect_not_graded
}

a_symbolic_link_is_not_graded() {
    mkdir "$submission"
    ln -s "$solution/hit_counter.cpp" "$submission/hit_counter.cpp"
    check
    expect_not_graded
}

a_zip_in_place_of_a_folder_is_explained() {
    printf 'PK' >"$work/ann.zip"
    run check 10 --submission "$work/ann.zip"
    expect_exit 2
    expect_text "this is an archive, not a folder"
}

a_folder_named_after_no_exercise_is_told_beside_the_others() {
    mkdir -p "$submission"/{10,11-lost-updat}
    cp "$solution"/*.?pp "$submission/10"
    run check --submission "$submission" --visible-only --json "$work/report.json"
    expect_not_graded
    grep -q '"graded": *true' "$work/report.json" || fail "the other was not graded"
    expect_text "Is it 10-lost-update?"
}

files_beside_those_of_the_exercise_are_told() {
    submit helper.hpp <<<'#pragma once'
    check
    expect_exit 0
    expect_text helper.hpp
}

lines_that_end_in_CRLF_are_fine() {
    submit hit_counter.hpp < <(sed 's/$/\r/' "$solution/hit_counter.hpp")
    check
    expect_exit 0
}

# --- Code -----------------------------------------------------------------------------------------

code_that_does_not_compile_shows_its_own_line() {
    submit hit_counter.cpp <<<'#include "hit_counter.hpp"
long count_hits(int threads, int hits_per_thread) { return thread; }'
    check
    expect_exit 1
    expect_text hit_counter.cpp:2
}

a_main_of_ones_own_is_explained() {
    submit hit_counter.cpp < <(cat "$solution/hit_counter.cpp" && echo 'int main() {}')
    check
    expect_exit 1
    expect_text main
}

code_that_never_returns_costs_its_case() {
    submit_hit 'for (volatile int i = 0;;) i = i;'
    check
    expect_exit 1
    expect_text hit_counter.hpp:10
}

a_crash_before_the_first_line_costs_the_case() {
    submit hit_counter.cpp < <(cat "$solution/hit_counter.cpp" && echo '
#include <cstdlib>
static const bool crashes = (std::abort(), true);')
    check
    expect_exit 1
}

# print_megabytes NUMBER makes each schedule print so many.
memory_given_back_twice_is_called_so() {
    submit hit_counter.hpp <<'END'
#pragma once
#include <atomic>
class HitCounter {
  public:
    ~HitCounter() {
        delete hits_;
        delete hits_;
    }
    void hit() { ++*hits_; }
    long total() const { return *hits_; }

  private:
    std::atomic<long>* hits_ = new std::atomic<long>(0);
};
long count_hits(int threads, int hits_per_thread);
END
    check
    expect_exit 1
    expect_text "double-free"
}

print_megabytes() {
    submit_hit "static const std::string megabyte(1 << 20, '.');
        static const bool has_printed = [] {
            for (long i = 0; i < $1; ++i) std::fwrite(megabyte.data(), 1, megabyte.size(), stdout);
            return true;
        }();
        (void)has_printed;"
    sed -i '2i #include <string>' "$submission/hit_counter.hpp"
}

# Checks where no file may exceed 300 MB, and none of the processes may have taken 800 MB of memory.
check_within_bounds() {
    ulimit -f 300000
    /usr/bin/python3 - "$work/peak" "$heddle" check 10 --submission "$submission" --visible-only \
        >"$work/out" 2>"$work/err" <<'PYTHON'
import resource, subprocess, sys
code = subprocess.run(sys.argv[2:], stdin=subprocess.DEVNULL).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, file=open(sys.argv[1], "w"))
sys.exit(code)
PYTHON
    status=$?
    [[ $(<"$work/peak") -lt 800 ]] || fail "a process took $(<"$work/peak") MB"
    [[ $(stat -c %s "$work/out") -lt 100000 ]] || fail "the output reached the terminal"
}

a_gigabyte_of_output_costs_nothing_but_its_time() {
    print_megabytes 1 # in each of more than a thousand schedules
    check_within_bounds
    expect_exit 0
}

output_without_end_costs_its_case() {
    print_megabytes LONG_MAX # many gigabytes of one process, until its time is up
    sed -i '2i #include <climits>' "$submission/hit_counter.hpp"
    check_within_bounds
    expect_exit 1
}

exit_in_the_middle_costs_its_case() {
    submit_hit 'std::exit(0);'
    check
    expect_exit 1
    expect_text 'exit(0)'
}

# --- The machine ----------------------------------------------------------------------------------

# A build folder like ours, but for what the case spoils.
copy_of_build() {
    mkdir -p "$work/build"
    cp -r "$HEDDLE_BUILD"/{course.json,skeletons} "$work/build"
    submit hit_counter.cpp <"$solution/hit_counter.cpp"
}

without_a_compiler_nothing_is_graded() {
    copy_of_build
    sed -i 's#"path": "[^"]*"#"path": "/nowhere/g++"#' "$work/build/course.json"
    HEDDLE_BUILD=$work/build check
    expect_not_graded
}

a_sanitizer_that_cannot_start_grades_nobody() {
    copy_of_build
    (
        ulimit -v 4000000
        HEDDLE_BUILD=$work/build check
        exit "$status"
    )
    status=$?
    expect_not_graded
}

a_full_disk_is_not_graded() {
    in_own_mounts "$0" "$@"
    copy_of_build
    mkdir "$work/build/work"
    mount -t tmpfs -o size=64k full "$work/build/work" || fail "can't mount"
    HEDDLE_BUILD=$work/build check
    umount "$work/build/work"
    expect_not_graded
    expect_text space
}

a_read_only_build_folder_is_not_graded() {
    in_own_mounts "$0" "$@"
    mkdir "$work/build"
    mount -t tmpfs build "$work/build" || fail "can't mount"
    copy_of_build
    mount -o remount,ro "$work/build" || fail "can't mount it read-only"
    HEDDLE_BUILD=$work/build check
    umount "$work/build"
    expect_exit 2
}

a_report_that_cannot_be_written_is_said_before_grading() {
    submit hit_counter.cpp <"$solution/hit_counter.cpp"
    run check 10 --submission "$submission" --json /nowhere/report.json
    expect_exit 2
    expect_text /nowhere
}

two_checks_at_once_do_not_meet() {
    copy_of_build
    export HEDDLE_BUILD=$work/build
    submit hit_counter.cpp <"$solution/hit_counter.cpp"
    local -a pids=()
    for i in 1 2; do
        "$heddle" check 10 --submission "$submission" --visible-only --seed "$i" \
            >"$work/out" 2>"$work/err" </dev/null &
        pids+=($!)
    done
    for pid in "${pids[@]}"; do
        wait "$pid"
        status=$?
        expect_exit 0
    done
}

# interrupted_at TEXT checks on a terminal, and types Ctrl-C when the text is shown.
interrupted_at() {
    TERM=xterm "$source_tree/tests/cli/ctrl_c.py" "$1" \
        "$heddle" check 10 --submission "$submission" --json "$work/report.json" >"$work/out" 2>"$work/err"
    status=$?
    expect_exit 130
    [[ -z $(ls "$HEDDLE_BUILD/work" 2>/dev/null) ]] || fail "a workplace is left after: $1"
    ! pgrep -f "$HEDDLE_BUILD/work" >/dev/null || fail "a process is left after: $1"
    [[ ! -e $work/report.json ]] || fail "a report of a check that was ended after: $1"
}

ctrl_c_at_any_moment_leaves_nothing_behind() {
    copy_of_build
    export HEDDLE_BUILD=$work/build
    for moment in compiling "running hunt" "running tsan" "running asan"; do
        interrupted_at "$moment"
    done
    submit_hit 'for (volatile int i = 0;;) i = i;'
    interrupted_at "running hunt"
    interrupted_at checking # the first finding is shown, and more is looked for
}

$3 "$@"
