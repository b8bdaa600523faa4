#!/bin/bash
# What is in an edition, and where it can go: release_test.sh SOURCE BUILD CASE.
# shellcheck source=tests/cli/editions.sh
source "${BASH_SOURCE[0]%/*}/editions.sh"
# shellcheck source=tests/cli/own_mounts.sh
source "${BASH_SOURCE[0]%/*}/own_mounts.sh"

# --- What is in it --------------------------------------------------------------------------------

the_same_course_gives_the_same_commits() {
    release self one
    mkdir "$work/home"
    printf '[user]\nname = Ann\nemail = a@b.c\n[core]\nautocrlf = true\n[commit]\ngpgsign = true\n' \
        >"$work/home/.gitconfig"
    (
        umask 077
        HOME=$work/home TZ=Asia/Tokyo GIT_AUTHOR_NAME=Ann release self "two of them"
    ) || exit 1
    [[ $(commits_of one) == "$(commits_of "two of them")" ]] || fail "other commits"
    [[ -z $(git -C "$work/one" status --porcelain) ]] || fail "something isn't committed"
}

it_takes_less_than_5_seconds_of_processor_time() {
    (
        ulimit -t 5
        release self edition
    ) || exit 1
}

nothing_of_an_instructor_gets_in_by_mistake() {
    release self clean
    copy_of_course
    local stray
    for stray in grades.csv .heddle/x exercises/exam.md exercises/10-lost-update/{my.cpp,.hit.hpp.swp} \
        exercises/99-draft/README.md handouts/exam.md handouts/figures/draft.svg grader/notes.txt \
        grader/session/{old.cpp~,.#grade.cpp} tests/hidden/10-lost-update/answers.txt \
        editions/every/.ci/secret editions/self/draft.md build/x cmake/local.txt; do
        mkdir -p "$work/course/$(dirname "$stray")"
        echo stray >"$work/course/$stray"
    done
    ln -s /etc/passwd "$work/course/grader/session/link.cpp"
    release self strewn
    [[ $(commits_of clean) == "$(commits_of strewn)" ]] || fail "a stray file got in"
}

every_file_of_the_course_is_in_an_edition_or_known_to_stay() {
    git -c safe.directory='*' -C "$source_tree" ls-files >"$work/all" 2>"$work/err" || return 0 # a tarball
    release self edition
    local stays='^(solutions|tests/(bench|cli|diagnoses|docs|explore|figures|fuzz|golden|litmus|machine|player|redteam|right|schema|unit|wrong))/'
    stays+='|^(README|CONTRIBUTING|INSTRUCTOR|SECURITY)\.md$|^tests/CMakeLists\.txt$|^course\.toml$'
    stays+='|^\.(ci/|clang-tidy|git)|^editions/'
    grep -vE "$stays" "$work/all" | sort >"$work/wanted"
    (cd "$work/edition" && git ls-files) | sort | comm -23 "$work/wanted" - >"$work/out"
    [[ ! -s $work/out ]] || fail "editions/editions.toml names none of these"
}

# lines FILE… prints each line with 12 letters or more that aren't blanks, trimmed, once.
lines() {
    cat "$@" | awk '{ bare = $0; gsub(/[[:space:]]/, "", bare) } length(bare) >= 12 {
        sub(/^[[:space:]]+/, ""); sub(/[[:space:]]+$/, ""); print }' | LC_ALL=C sort -u
}

# secret_lines prints what stands in solutions and withheld tests, and nowhere that is meant for all.
secret_lines() {
    cd "$source_tree" || return
    lines $(find solutions tests/{hidden,right,wrong} -type f) >"$work/withheld"
    lines $(find exercises handouts grader cmake -type f) heddle >"$work/public"
    LC_ALL=C comm -23 "$work/withheld" "$work/public"
}

lines_of_edition() { (cd "$work/$1" && lines $(git ls-files)); }

a_class_sees_no_line_of_a_solution_or_a_withheld_test() {
    release class edition
    secret_lines >"$work/secret"
    [[ $(wc -l <"$work/secret") -gt 500 ]] || fail "too few secrets to be true"
    lines_of_edition edition | LC_ALL=C comm -12 - "$work/secret" >"$work/out"
    [[ ! -s $work/out ]] || fail "these lines are to stay here"
    [[ $(git -C "$work/edition" rev-list --all --count) == 1 ]] || fail "there is more than one commit"
}

the_search_for_secret_lines_finds_solutions_where_they_are() {
    release self edition
    git -C "$work/edition" checkout -q solutions
    secret_lines >"$work/secret"
    lines_of_edition edition | LC_ALL=C comm -12 - "$work/secret" >"$work/found"
    grep -q 'lock(mutex_)' "$work/found" || fail "the search is blind"
}

main_is_as_it_came_and_solutions_lie_beside_it() {
    release self edition
    cd "$work/edition" || fail "no edition"
    [[ ! -e solutions ]] || fail "solutions are on main"
    cmp exercises/10-lost-update/hit_counter.hpp skeletons/10-lost-update/hit_counter.hpp ||
        fail "not the skeleton"
    git checkout -q solutions
    for file in hit_counter.hpp hit_counter.cpp NOTES.md; do
        cmp "exercises/10-lost-update/$file" "$source_tree/solutions/10-lost-update/$file" ||
            fail "not the solution: $file"
    done
}

links_between_its_pages_lead_somewhere() {
    local audience page link
    for audience in self class; do
        release "$audience" "$audience"
        cd "$work/$audience" || fail "no edition"
        while IFS=: read -r page link; do
            link=${link#*](} && link=${link%)}
            [[ $link == http* || -e $(dirname "$page")/${link%%#*} ]] || fail "$page leads to $link"
        done < <(git ls-files '*.md' | xargs grep -oE '\]\([^)#]+\)')
    done
}

a_secret_salt_stays_here() {
    copy_of_course
    sed -i 's/^salt = .*/salt = "sesame"/' "$work/course/course.toml"
    release class edition
    ! grep -r sesame "$work/edition" || fail "the salt is out"
}

an_exercise_that_somebody_solved_is_not_handed_out() {
    copy_of_course
    cp "$source_tree/solutions/10-lost-update/hit_counter.cpp" "$work/course/exercises/10-lost-update/"
    refused "$work/edition" "isn't as it came"
    expect_text "./heddle reset 10"
    expect_nothing_at "$work/edition"
}

a_file_that_is_named_and_missing_stops_it() {
    copy_of_course
    rm "$work/course/handouts/10-lost-update.md"
    refused "$work/edition" "handouts/10-lost-update.md: this file belongs to the edition"
    expect_nothing_at "$work/edition"
}

# --- Where it goes --------------------------------------------------------------------------------

a_folder_that_is_not_empty_stays_as_it_is() {
    mkdir "$work/full"
    echo mine >"$work/full/file"
    refused "$work/full" "isn't empty"
    [[ $(ls -A "$work/full") == file ]] || fail "something was written"
    refused "$work/full/file" "not a folder"
}

an_empty_folder_is_fine() {
    mkdir "$work/edition"
    release class edition
}

a_folder_inside_the_course_is_refused() {
    copy_of_course
    ln -s "$work/course" "$work/link"
    refused "$work/course/edition" "inside the course itself"
    refused "$work/link/edition" "inside the course itself"
    refused "$work/course" "inside the course itself"
    expect_nothing_at "$work/course/edition"
}

a_folder_that_cannot_be_written_is_named() {
    refused /proc/edition "/proc/edition: can't write"
    refused "/dev/null/edition" "/dev/null/edition"
}

a_full_disk_leaves_nothing_behind() {
    in_own_mounts "$0" "$@"
    mkdir "$work/small"
    mount -t tmpfs -o size=256k small "$work/small" || fail "can't mount"
    run release --for self --out "$work/small/edition"
    [[ ! -e $work/small/edition ]]
    local left=$?
    umount "$work/small"
    expect_exit 2
    expect_text space
    [[ $left == 0 ]] || fail "half an edition is left"
}

without_git_it_says_how_to_get_it() {
    mkdir "$work/empty"
    PATH=$work/empty run release --for self --out "$work/edition"
    expect_exit 2
    expect_text "sudo apt-get install git"
    expect_nothing_at "$work/edition"
}

only_self_and_class_have_editions() {
    run release --for everyone --out "$work/edition"
    expect_exit 2
    expect_text "--for self or --for class"
}

cd / || exit 1
$3 "$@"
