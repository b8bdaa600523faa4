# shellcheck shell=bash
# Read by the tests of `explore`, with SOURCE, BUILD and the CASE to run as arguments. They work in a
# folder of their own.
set -u

export HEDDLE_ROOT=$1 HEDDLE_BUILD=$2
export LC_ALL=C.UTF-8
heddle=$HEDDLE_BUILD/bin/heddle
# shellcheck disable=SC2034  # for those who read this
programs=$1/tests/explore
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    for file in "$work"/*; do [[ -f $file ]] && sed "s,^,  ${file##*/}: ," "$file" >&2; done
    exit 1
}

# explore EXIT ARGUMENT… leaves what is printed in out and err, and the JSON in found.json.
explore() {
    "$heddle" explore --json found.json "${@:2}" >out 2>err </dev/null
    local status=$?
    [[ $status == "$1" ]] || fail "exit code $status, expected $1"
}

# field KEY prints it from the finding that is shown, or from where its schedule stands.
field() {
    python3 -c 'import json, sys
report = json.load(open("found.json"))
print({**report, **(report["findings"] or [{}])[0]}[sys.argv[1]])' "$1"
}

says() { grep -qF -- "$1" out err || fail "it doesn't say: $1"; }

# begins_with TEXT: what the page begins with, under the program's name where it stands alone.
begins_with() {
    head -2 out | grep -qF -- "$1" || fail "it doesn't begin with: $1"
}
