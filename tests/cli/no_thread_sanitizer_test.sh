#!/bin/bash
# A machine where ThreadSanitizer can't speak: no_thread_sanitizer_test.sh SOURCE BUILD. What is linked
# in its place says nothing, so the scheduler's own detector judges races, and the report says so.
set -eu

export HEDDLE_ROOT=$1 HEDDLE_BUILD
export LC_ALL=C.UTF-8
heddle=$2/bin/heddle
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    sed 's/^/  /' "$work"/out "$work"/err >&2
    exit 1
}

HEDDLE_BUILD=$work/build
mkdir "$HEDDLE_BUILD"
ln -s "$2"/exercises "$2"/skeletons "$HEDDLE_BUILD"
python3 - "$2/course.json" "$HEDDLE_BUILD/course.json" <<'END'
import json, sys
course = json.load(open(sys.argv[1]))
course["flavours"]["tsan"] = course["flavours"]["hunt"]
json.dump(course, open(sys.argv[2], "w"))
END

# check EXIT DIAGNOSIS FOLDER
check() {
    local status=0
    "$heddle" check 10 --submission "$3" >"$work"/out 2>"$work"/err || status=$?
    [[ $status == "$1" ]] || fail "exit code $status for $3, expected $1"
    grep -q 'data races are those that the$\|data races are those that the scheduler' "$work"/out ||
        fail "it doesn't say who judged races"
    [[ -z $2 ]] || head -1 "$work"/out | grep -qw -- "$2" || fail "the diagnosis isn't $2"
}

wrong=$1/tests/wrong/10-lost-update
check 0 "" "$1"/solutions/10-lost-update
check 1 read-unlocked "$wrong"/read-unlocked/total_without_the_lock
check 1 race "$wrong"/race/plain_long
