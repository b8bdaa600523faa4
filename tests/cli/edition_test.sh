#!/bin/bash
# What works in an edition, and what comes back from one: edition_test.sh SOURCE BUILD CASE.
# shellcheck source=tests/cli/editions.sh
source "${BASH_SOURCE[0]%/*}/editions.sh"

# --- In an edition --------------------------------------------------------------------------------

# enter AUDIENCE clones an edition, and goes on there.
enter() {
    release "$1" edition
    git clone -q "$work/edition" "$work/clone"
    export HEDDLE_ROOT=$work/clone
}

a_solution_is_read_from_its_branch() {
    enter self
    run solution 10
    expect_exit 0
    expect_text "+++ solution/hit_counter.hpp"
    expect_text "std::mutex"
}

a_copy_without_the_branch_says_how_to_fetch_it() {
    enter self
    git -C "$work/clone" remote remove origin
    run solution 10
    expect_exit 2
    expect_text "git fetch origin solutions"
    rm -rf "$work/clone/.git"
    run solution 10
    expect_exit 2
    expect_text "git"
}

a_class_has_no_solutions_to_show() {
    enter class
    run solution 10
    expect_exit 2
    expect_text "./heddle hint 10"
}

what_only_the_course_can_do_is_said() {
    enter self
    run verify
    expect_exit 2
    expect_text "can't prove itself"
    run check --solutions --all
    expect_exit 2
    refused "$work/another" "can't make editions"
}

a_fresh_clone_of_a_push_knows_what_was_changed() {
    enter class
    run list
    expect_exit 0
    ! grep -q begun "$work/out" || fail "something counts as changed"
    echo '// mine' >>"$work/clone/exercises/10-lost-update/hit_counter.cpp"
    run list
    expect_text begun
}

# ci CODE REPORT runs .ci/grade of an edition whose heddle ends so, and leaves that report.
ci() {
    cat >"$work/edition/heddle" <<SCRIPT
#!/bin/bash
[[ \$1 == doctor ]] && echo "the doctor was here" && exit 0
echo '$2' >reports/report.json
exit $1
SCRIPT
    (cd / && "$work/edition/.ci/grade") >"$work/out" 2>"$work/err" </dev/null
    status=$?
}

continuous_integration_tells_not_graded_from_failed() {
    release class edition
    ci 0 '{"reports": [{}]}'
    expect_exit 0
    ci 1 '{"reports": [{}]}'
    expect_exit 1
    ! grep -q "Not graded" "$work/out" || fail "a failure counts as not graded"
    ci 2 '{"reports": [{}]}'
    expect_exit 2
    expect_text "Not graded"
    expect_text "the doctor was here"
    grep -q "Not graded" "$work/edition/reports/summary.md" || fail "the summary doesn't say so"
    ci 2 '{"reports": []}'
    expect_exit 0
    expect_text "nothing to grade"
}

# --- What comes back ------------------------------------------------------------------------------

# push FILE… solves exercise 10 in a clone of a class's edition, as its student pushes it.
push() {
    release class edition
    git clone -q "$work/edition" "$work/Ann Müller (2)"
    pushed="$work/Ann Müller (2)"
    cp "$source_tree"/solutions/10-lost-update/hit_counter.?pp "$pushed/exercises/10-lost-update"
}

a_push_is_graded_for_what_was_changed_in_it() {
    push
    run check --submission "$pushed" --visible-only --json "$work/report.json"
    expect_exit 0
    [[ $(grep -c '"exercise":' "$work/report.json") == 1 ]] || fail "more than what was changed"
}

a_push_with_nothing_changed_is_no_failure_and_no_success() {
    release class edition
    run check --submission "$work/edition"
    expect_exit 2
    expect_text "every exercise is as it came"
}

a_push_from_an_older_edition_is_graded_where_it_still_fits() {
    push
    sed -i 's/^10-lost-update = .*/10-lost-update = "of old"/; s/^heddle = .*/heddle = "0.0.9"/' \
        "$pushed/course.toml"
    run check --submission "$pushed" --visible-only --json "$work/report.json"
    expect_exit 2
    expect_text "edition of Heddle 0.0.9"
    grep -q '"graded": *false' "$work/report.json" || fail "the report doesn't say graded: false"
    run check --submission "$pushed/exercises/10-lost-update" --visible-only
    expect_exit 0
}

a_stamp_that_makes_no_sense_is_as_none() {
    push
    printf '[[[\n' >"$pushed/course.toml"
    run check --submission "$pushed" --visible-only
    expect_exit 0
}

cd / || exit 1
$3
