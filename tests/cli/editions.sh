# shellcheck shell=bash
# Read by the tests of editions, with SOURCE and BUILD as the first two arguments. They make editions
# with the program of BUILD, from SOURCE or a copy of it, in a folder of their own.
set -u
source_tree=$1
export HEDDLE_BUILD=$2
export HEDDLE_ROOT=$source_tree
heddle=$HEDDLE_BUILD/bin/heddle
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    for file in out err; do sed "s/^/  $file: /" "$work/$file" >&2; done
    exit 1
}

expect_exit() { [[ $status == "$1" ]] || fail "exit code $status, expected $1"; }
# Pages are wrapped, so a line break is as good as a blank.
expect_text() { cat "$work"/{out,err} | tr -s ' \n' ' ' | grep -qF -- "$1" || fail "nothing says: $1"; }
expect_nothing_at() { [[ ! -e $1 ]] || fail "something is left: $1"; }

run() {
    (cd / && "$heddle" "$@") >"$work/out" 2>"$work/err" </dev/null
    status=$?
}

# release AUDIENCE FOLDER makes an edition in a folder of the work folder.
release() {
    run release --for "$1" --out "$work/$2"
    expect_exit 0
}

# refused FOLDER TEXT: an edition can't go there, and this is what is said.
refused() {
    run release --for self --out "$1"
    expect_exit 2
    expect_text "$2"
}

commits_of() { git -C "$work/$1" rev-parse main solutions 2>/dev/null; }

# copy_of_course copies what an instructor has, and makes it the course.
copy_of_course() {
    mkdir "$work/course"
    tar c -C "$source_tree" --exclude=./build --exclude=./.git . | tar x -C "$work/course"
    export HEDDLE_ROOT=$work/course
}
