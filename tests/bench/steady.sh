#!/bin/bash
# Checks one submission again and again, idle and with every processor busy, nothing cached, and
# compares the reports but for their times: steady.sh ROOT BUILD [TIMES] [SUBMISSION]
set -eu
export HEDDLE_ROOT=$1 HEDDLE_BUILD=$2
times=${3:-20}
submission=${4:-$1/tests/wrong/10-lost-update/split-rmw/atomic_load_then_store}
work=$(mktemp -d)
busy=()
trap '((${#busy[@]})) && kill "${busy[@]}"; rm -rf "$work"' EXIT

check() {
    rm -rf "$HEDDLE_BUILD/cache"
    "$HEDDLE_BUILD/bin/heddle" check 10 --submission "$submission" --json "$work/report.json" \
        >/dev/null 2>&1 || true
    grep -v '"wall_ms"' "$work/report.json" | sha256sum
}

for ((i = 0; i < times; ++i)); do check; done >"$work/idle"
for ((i = 0; i < $(nproc); ++i)); do
    while :; do :; done &
    busy+=($!)
done
for ((i = 0; i < times; ++i)); do check; done >"$work/busy"
cat "$work/idle" "$work/busy" | sort | uniq -c
[[ $(cat "$work/idle" "$work/busy" | sort -u | wc -l) == 1 ]]
