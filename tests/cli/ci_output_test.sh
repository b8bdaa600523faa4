#!/bin/bash
# What CI systems are given: ci_output_test.sh SOURCE BUILD CASE. Each case runs the real program on
# a submission, and reads what it wrote as a CI system would.
set -u

source_tree=$1
export HEDDLE_BUILD=$2
export HEDDLE_ROOT=$source_tree
export LC_ALL=C.UTF-8
heddle=$HEDDLE_BUILD/bin/heddle
python=/usr/bin/python3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    for file in "$work"/*; do [[ -f $file ]] && sed "s,^,  ${file##*/}: ," "$file" >&2; done
    exit 1
}

expect_line() { grep -qxE -- "$2" "$work/$1" || fail "no line of $1 is: $2"; }

# check SUBMISSION grades exercise 10 into every format.
check() {
    "$heddle" check 10 --submission "$1" --json "$work/report.json" --junit "$work/report.xml" \
        --annotations "$work/annotations" --summary "$work/summary.md" \
        >"$work/out" 2>"$work/err" </dev/null
    status=$?
}

expect_valid_documents() {
    "$python" "$source_tree/tests/schema/junit.py" "$work/report.xml" || fail "not our JUnit"
    "$python" -m json.tool "$work/report.json" >/dev/null || fail "not JSON"
    [[ -z $(grep -vE '^::(error|warning|notice) (file=[^:,]+,line=[0-9]+,)?title=[^:,]+::.+$' \
        "$work/annotations") ]] || fail "not annotations"
}

# Nothing in these files may be a command to GitHub's runner, Azure's agent, TeamCity or GitLab.
expect_no_command_in() {
    for file in "$@"; do
        if grep -qE '^[[:space:]]*::|##[A-Za-z]*\[|'$'\r''|'$'\033' "$work/$file"; then
            fail "a CI system would obey a line of $file"
        fi
    done
}

a_wrong_submission_fills_every_format() {
    echo 'Written by an earlier command.' >"$work/summary.md"
    check "$source_tree/tests/wrong/10-lost-update/split-rmw/atomic_load_then_store"
    [[ $status == 1 ]] || fail "exit code $status"
    expect_valid_documents
    expect_line report.xml ' *<failure message="total is 1, expected 2" type="split-rmw">.*'
    expect_line annotations '::error file=hit_counter.hpp,line=[0-9]+,title=10 lost-update%3A split-rmw::.*%0A.*load hits_ → 0 \(hit_counter\.hpp:[0-9]+\)%0A.*'
    expect_line summary.md 'Written by an earlier command\.'
    expect_line summary.md '\| 10 lost-update \| [0-9]+/10 \| split-rmw \|'
    for file in out report.xml summary.md; do
        expect_line "$file" ' *load  hits_ → 0 +hit_counter\.hpp:[0-9]+'
        expect_line "$file" 'Each step is atomic; the pair is not\. What may happen between them\?'
    done
}

# Printed, thrown and named: all that a student can make us print.
hostile_submission() {
    mkdir "$work/hostile"
    cp "$source_tree/solutions/10-lost-update"/*.?pp "$work/hostile"
    cat >"$work/hostile/hit_counter.cpp" <<'CPP'
#include "hit_counter.hpp"
#include <cstdio>
#include <stdexcept>
const char* const commands = "\n::error::mine\n  ::stop-commands::mine\n##[error]mine\n"
    "##vso[task.complete result=Succeeded]\n\033[0Ksection_start:1:mine\r\033[0K```\n"
    "</failure><!-- ]]>";
long count_hits(int, int) {
    std::fputs(commands, stdout);
    std::fputs(commands, stderr);
    std::fflush(nullptr);
    throw std::runtime_error(commands);
}
CPP
}

no_text_of_a_student_becomes_a_command() {
    hostile_submission
    check "$work/hostile"
    [[ $status == 1 ]] || fail "exit code $status"
    grep -q mine "$work/report.xml" || fail "the exception's text isn't reported"
    expect_valid_documents
    expect_no_command_in out err report.json report.xml summary.md
}

no_error_of_the_compiler_becomes_a_command() {
    hostile_submission
    sed -i '1i #error ##[error]mine ::error::mine\nint a = R"(\n::error::mine\n##vso[x]mine)";' \
        "$work/hostile/hit_counter.cpp"
    check "$work/hostile"
    [[ $status == 1 ]] || fail "exit code $status"
    grep -q mine "$work/out" || fail "the compiler's text isn't shown"
    expect_valid_documents
    expect_no_command_in out err report.json report.xml summary.md
}

a_report_on_standard_output_leaves_no_room_for_another() {
    "$heddle" check 10 --json - --junit - >"$work/out" 2>"$work/err" </dev/null
    [[ $? == 2 && ! -s $work/out ]] || fail "two documents on one stream"
    expect_line err "heddle: --json and --junit can't share standard output"
}

$3
