#include "report/release.hpp"

#include "base/text.hpp"
#include "report/words.hpp"

namespace heddle::report {
namespace {

using catalogue::Audience;

constexpr std::size_t files_column = 14;
constexpr std::size_t commit_column = 26;
constexpr std::size_t short_commit = 12;

std::string_view what_is_in_it(Audience audience) {
    return audience == Audience::self_learner
               ? "With hidden tests; solutions and notes on a branch of their own."
               : "Without solutions and hidden tests: points are those of the visible tests.";
}

void write_branch(Page& page, const session::ReleasedBranch& branch) {
    page.line("  " + branch.name, Style::strong)
        .to(files_column)
        .add(count(branch.files, "file"))
        .to(commit_column)
        .add("commit " + branch.commit.substr(0, short_commit), Style::quiet);
}

}  // namespace

void write_release(Page& page, const session::Release& release) {
    page.line("Edition for ")
        .add(release.audience == Audience::self_learner ? "a self-learner" : "a class")
        .add(", " + count(release.exercises, "exercise"));
    std::string names;
    for (const session::ReleasedBranch& branch : release.branches) {
        write_branch(page, branch);
        names += " " + branch.name;
    }
    page.paragraph(what_is_in_it(release.audience), 0, Style::plain);
    page.line();
    page.line("Next: put it where others can clone it, for example");
    page.line("  cd " + base::shell_word(release.folder.string()), Style::strong);
    page.line("  git remote add origin URL && git push -u origin" + names, Style::strong);
}

}  // namespace heddle::report
