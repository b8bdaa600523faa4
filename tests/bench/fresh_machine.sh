#!/bin/bash
# Proves that a bare Debian or Ubuntu needs nothing but ./heddle: makes one with debootstrap, runs the
# launcher in it from nothing, and says how long that took. Needs root, debootstrap and a mirror.
#
#   tests/bench/fresh_machine.sh [SUITE] [MIRROR] [COMMAND…]
#
# SUITE is bookworm (Debian 12) unless given, noble is Ubuntu 24.04. COMMAND, "check --all" unless
# given, runs after set-up. Prints one line a measure; ends with 0 when all went as it should.
set -euo pipefail

suite=${1:-bookworm}
mirror=${2:-http://deb.debian.org/debian}
shift $(($# < 2 ? $# : 2))
command=("${@:-check}")
[[ $# -gt 0 ]] || command=(check --all)

source_tree=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
work=$(mktemp -d "${TMPDIR:-/tmp}/heddle-fresh-XXXXXX")
machine=$work/machine

leave() {
    local place
    for place in dev/pts dev proc; do umount -l "$machine/$place" 2>/dev/null || true; done
    rm -rf --one-file-system "$work"
}
trap leave EXIT

# debootstrap has a script for each suite it knows; all of Ubuntu's are the same one.
make_machine() {
    local components=main
    local -a script=()
    if [[ $mirror == *ubuntu* ]]; then
        components=main,universe
        script=(/usr/share/debootstrap/scripts/gutsy)
    fi
    debootstrap --variant=minbase --components="$components" "$suite" "$machine" "$mirror" \
        "${script[@]}" >"$work/debootstrap.log" 2>&1 ||
        { tail "$work/debootstrap.log" && exit 2; }
    mount -t proc proc "$machine/proc"
    mount --bind /dev "$machine/dev"
    mount --bind /dev/pts "$machine/dev/pts"
    cp /etc/resolv.conf "$machine/etc/resolv.conf"
    cp /etc/apt/apt.conf.d/*prox* "$machine/etc/apt/apt.conf.d/" 2>/dev/null || true
    mkdir "$machine/course"
    tar c -C "$source_tree" --exclude=./build --exclude=./.git . | tar x -C "$machine/course"
}

# inside WORD… runs a command there with an environment of its own.
inside() {
    chroot "$machine" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 "$@"
}

# timed WHAT EXPECTED-CODE WORD… prints how long the command took there, or fails with its output.
timed() {
    local what=$1 expected=$2 code=0 begin end
    begin=$(date +%s%N)
    inside "${@:3}" >"$work/out" 2>&1 </dev/null || code=$?
    end=$(date +%s%N)
    printf '%-48s %8d ms, exit %d\n' "$what" $(((end - begin) / 1000000)) "$code"
    [[ $code == "$expected" ]] && return
    tail -n 40 "$work/out"
    exit 1
}

make_machine
printf '%s, %s cores, %s\n' "$suite" "$(nproc)" "$(uname -m)"
timed "without root and sudo: says what to install" 2 \
    setpriv --reuid=65534 --regid=65534 --clear-groups env HEDDLE_BUILD=/tmp/nobody /course/heddle list
grep -q 'apt-get install' "$work/out"
timed "set-up from nothing, packages and all" 0 /course/heddle list
timed "set-up again, packages already there" 0 /course/heddle setup
timed "nothing to set up: ./heddle list" 0 /course/heddle list
timed "./heddle ${command[*]}" "${EXPECTED:-1}" /course/heddle "${command[@]}"
