#!/bin/bash
# When `check` says "verified", and when it doesn't: verified_test.sh SOURCE BUILD CASE.
set -u

export HEDDLE_ROOT=$1 HEDDLE_BUILD=$2
export LC_ALL=C.UTF-8
heddle=$HEDDLE_BUILD/bin/heddle
tests=$1/tests
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    cat out >&2
    exit 1
}

# check EXIT ARGUMENT… leaves what is printed in out, and the JSON in report.json.
check() {
    "$heddle" check 10 --json report.json "${@:2}" >out 2>&1 </dev/null
    local status=$?
    [[ $status == "$1" ]] || fail "exit code $status, expected $1"
}

# holds EXPRESSION about `cases`, by name.
holds() {
    python3 -c 'import json, sys
cases = {case["name"]: case for case in json.load(open("report.json"))["reports"][0]["cases"]}
hits = cases["two threads, one hit each"]
sys.exit(not eval(sys.argv[1]))' "$1" || fail "this doesn't hold: $1"
}

a_solution_is_verified_where_its_schedules_are_few() {
    check 0 --solutions
    grep -q "^Verified in 6 of 10 cases: all 325 schedules.$" out || fail "it isn't said"
    holds 'hits["verified"] and hits["verification"]["schedules"] == 31'
    holds 'not cases["four threads share one counter"]["verified"]'
}

who_waits_in_a_loop_is_verified_among_fair_schedules() {
    check 0 --submission "$tests/right/10-lost-update/spin_lock_that_yields"
    grep -q "fair schedules with at most 2 preemptions.$" out || fail "it isn't said"
    holds 'hits["verification"]["preemption_bound"] == 2'
    holds 'hits["verification"]["assumes_fairness"]'
}

what_fails_is_not_verified() {
    check 1 --submission "$tests/wrong/10-lost-update/split-rmw/atomic_equals_atomic_plus_one"
    ! grep -q "^Verified" out || fail "it is called verified"
    holds 'all(case["outcome"] == "passed" for case in cases.values() if case["verified"])'
    holds 'not hits["verified"]'
}

# Passes in every schedule of hunt: the race is ThreadSanitizer's to find.
a_race_is_not_verified() {
    check 1 --submission "$tests/wrong/10-lost-update/read-unlocked/atomic_ref_in_hit_only"
    holds 'all(case["outcome"] == "passed" for case in cases.values() if case["verified"])'
}

$3
