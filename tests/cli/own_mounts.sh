# Sourced by tests that mount something: a disk that is full, a folder that can't be written.
#
# in_own_mounts SCRIPT ARGUMENT… returns where mounting is allowed; else it runs the script again where
# it is, in namespaces of its own. Where the machine forbids those too the test ends as skipped.
in_own_mounts() {
    [[ -n ${HEDDLE_TEST_MAY_MOUNT:-} ]] && return
    local alone
    for alone in "--mount" "--mount --user --map-root-user"; do
        # shellcheck disable=SC2086 # options are words
        unshare $alone mount -t tmpfs own "$work" 2>/dev/null || continue
        rm -rf "$work"
        HEDDLE_TEST_MAY_MOUNT=1 exec unshare $alone "$@"
    done
    echo "SKIPPED: this machine lets nobody mount: neither root nor unshare --user --mount"
    exit 77 # CTest's SKIP_RETURN_CODE
}
