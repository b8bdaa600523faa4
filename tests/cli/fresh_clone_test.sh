#!/bin/bash
# An edition as the person it is for meets it: fresh_clone_test.sh SOURCE BUILD self|class makes one,
# clones it, and does what its README says, from nothing. Takes a whole set-up.
set -u
source_tree=$1
audience=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    sed "s/^/  /" "$work/out" >&2
    exit 1
}

# expect CODE TEXT COMMAND… runs the command in the clone.
expect() {
    local status=0
    (cd "$work/clone" && env -u HEDDLE_ROOT -u HEDDLE_BUILD "${@:3}") >"$work/out" 2>&1 </dev/null ||
        status=$?
    [[ $status == "$1" ]] || fail "exit code $status of ${*:3}, expected $1"
    tr -s ' \n' ' ' <"$work/out" | grep -qF -- "$2" || fail "${*:3} doesn't say: $2"
}

solve_10() {
    cp "$source_tree"/solutions/10-lost-update/hit_counter.?pp "$work/clone/exercises/10-lost-update"
}

HEDDLE_ROOT=$source_tree HEDDLE_BUILD=$2 "$2/bin/heddle" release --for "$audience" \
    --out "$work/edition" >"$work/out" 2>&1 || fail "no edition"
git clone -q "$work/edition" "$work/clone"

mapfile -t commands < <(sed -n 's/^    \(\.\/heddle[a-z ]*\).*/\1/p' "$work/clone/README.md" | head -n 2)
expect 0 "exercises/00-first-thread/README.md" ${commands[0]}
expect 2 "Nothing to check yet" ${commands[1]}
solve_10
expect 0 "10 lost-update" ${commands[1]}
expect 2 "has no tests of its own" ./heddle test

if [[ $audience == class ]]; then
    expect 0 "1/1" ./heddle list
    expect 2 "no solutions" ./heddle solution 10
else
    expect 0 "10/10" ./heddle list
    expect 0 "are the same" ./heddle solution 10
    git -C "$work/clone" checkout -q .
    git -C "$work/clone" checkout -q solutions
    expect 0 "" ./heddle check --all
fi
