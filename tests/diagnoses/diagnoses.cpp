// Prints the table of diagnoses as a page for people, or says that the page is stale.
//
//     diagnoses ROOT            exit 1 and a line when the page is not what the table says
//     diagnoses ROOT --write    writes it anew
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "figures/generated_page.hpp"
#include "judge/rubric.hpp"
#include "judge/rules.hpp"

namespace {

using namespace heddle;
using judge::Cost;
using judge::Family;
using judge::Rubric;
using judge::Rule;
namespace fs = std::filesystem;

constexpr std::string_view introduction = R"(# What the words at the right mean

When a check fails, one word stands at the right of its first line: `race`,
`never-joined`. It names what the running program did. Look it up here.

This page is printed from the table that the grader itself uses; don't edit it.

- **Seen** is what must have happened while your program ran; where there are
  several, one of them. Without it the word is not given, whatever the source
  looks like.
- **The source may add** is what the text can do: make a name more exact.
- **We ask** is the question that stands below the picture.
- The sentence in *italics* is for whoever grades: what the work doesn't show yet.

## What it costs

Points belong to cases, and a case passes or fails. An exercise has 10 points: 1
for the check that you can read, 4 for values, 3 for schedules, 2 for time and
counters. A diagnosis takes no points of its own. It explains why cases failed,
and so these go with it. (The last column is what most of the course's own wrong
programs of that kind lose; which cases there are depends on the exercise.)

| said below | means | mostly, of 10 |
|---|---|---|
)";

// What rules without a name of their own are told by: report::words_for() their outcome.
constexpr std::string_view nameless = R"(
## When no name fits

Then the words say how the run ended.

### limit reached

*The case took more steps, processor time or memory than it may.*

- **Seen:**
  - no end within the bound
  - memory refused beyond the bound, and the program didn't cope
- **Mostly:** a loop whose condition never changes, a count that was never given a
  value, or a container that grows without end
- **We ask:**
  - What makes this loop end?
  - How much is alive at once, and who gives it back?

### memory error

*Memory is used that isn't the program's at that moment.*

- **Seen:** what AddressSanitizer reports and none of the names above fits
- **We ask:** Which object does this line use, and is there one at that moment?

### unexpected result

*A value or a time isn't the one that was asked for.*

- **Seen:** a check of the test's failed, and nothing in the run says why
- **Mostly:** plain arithmetic, or a sentence of the task that was misread
- **We ask:** Which line makes this value, and what had happened before it did?
)";

constexpr std::string_view conclusion = R"(
## When two of them fit

The first in this list that holds is the one you are told. What the tests and the
course's library see for themselves comes early; a name with evidence of its own
comes before the general one.

)";

struct CostWords {
    Cost cost;
    std::string_view name;
    std::string_view meaning;
    std::string_view points;
};

constexpr CostWords all_costs[] = {
    {Cost::everything, "everything", "nothing can be run", "all 10"},
    {Cost::reached, "all that get there", "each case that reaches this point", "4 to 9"},
    {Cost::together, "together", "cases with several threads at work on the same datum", "3 to 6"},
    {Cost::at_the_end, "at the end", "cases that look at what is left when it has returned",
     "3 to 6"},
    {Cost::counted, "counted", "cases that count threads, virtual time or waiting",
     "1 or 2; 6 where threads are the task"},
    {Cost::single_case, "its own case", "the case that is about just this", "1"},
};

struct FamilyWords {
    Family family;
    std::string_view title;
};

constexpr FamilyWords all_families[] = {
    {Family::lifecycle, "The life of a thread"},      {Family::data, "Shared data"},
    {Family::liveness, "Threads that wait for ever"}, {Family::bottleneck, "Right, and slow"},
    {Family::memory, "Memory and the language"},      {Family::task, "The task itself"},
};

std::string_view name_of(Cost cost) {
    return std::ranges::find(all_costs, cost, &CostWords::cost)->name;
}

// The exercises by the diagnoses that their corpus of wrong programs shows.
using Meetings = std::map<std::string, std::set<std::string>, std::less<>>;

Meetings meetings_below(const fs::path& wrong) {
    Meetings meetings;
    for (const auto& exercise : fs::directory_iterator(wrong)) {
        for (const auto& diagnosis : fs::directory_iterator(exercise.path())) {
            meetings[diagnosis.path().filename()].insert(exercise.path().filename());
        }
    }
    return meetings;
}

void add_once(std::vector<std::string>& texts, std::string text) {
    if (std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
}

// What the rules of one id say, each thing once.
struct Sayings {
    std::vector<std::string> evidence, refinements, questions;
};

Sayings sayings_of(std::string_view id) {
    Sayings said;
    for (const Rule& rule : judge::rules()) {
        if (rule.id != id) continue;
        add_once(said.evidence, std::string(rule.evidence));
        if (!rule.refinement.empty()) add_once(said.refinements, std::string(rule.refinement));
        add_once(said.questions, std::string(rule.question));
    }
    if (said.evidence.empty()) said.evidence = {"the compiler's first error, before any run"};
    return said;
}

std::string list_item(std::string_view title, const std::vector<std::string>& texts) {
    if (texts.empty()) return "";
    if (texts.size() == 1) return fmt::format("- **{}:** {}\n", title, texts.front());
    return fmt::format("- **{}:**\n  - {}\n", title, fmt::join(texts, "\n  - "));
}

std::string met_in(const std::set<std::string>& exercises) {
    std::vector<std::string> links;
    for (const std::string& exercise : exercises) {
        links.push_back(fmt::format("[{}]({}.md)", exercise.substr(0, 2), exercise));
    }
    return links.empty() ? "" : fmt::format("- **Met in:** {}\n", fmt::join(links, ", "));
}

std::string entry_for(const Rubric& rubric, const Meetings& meetings) {
    const Sayings said = sayings_of(rubric.id);
    const auto met = meetings.find(rubric.id);
    return fmt::format("\n### {}\n\n*{}*\n\n", rubric.id, rubric.sentence) +
           list_item("Seen", said.evidence) + list_item("The source may add", said.refinements) +
           list_item("We ask", said.questions) +
           fmt::format("- **Costs:** {}\n", name_of(rubric.cost)) +
           (met == meetings.end() ? "" : met_in(met->second));
}

std::string precedence() {
    std::vector<std::string> links;
    for (const Rule& rule : judge::rules()) {
        if (!rule.id.empty()) add_once(links, fmt::format("[{0}](#{0})", rule.id));
    }
    return fmt::format("{}\n", fmt::join(links, ",\n"));
}

std::string page_from(const Meetings& meetings) {
    std::string page(introduction);
    for (const CostWords& each : all_costs) {
        page += fmt::format("| {} | {} | {} |\n", each.name, each.meaning, each.points);
    }
    for (const FamilyWords& each : all_families) {
        page += fmt::format("\n## {}\n", each.title);
        for (const Rubric& rubric : judge::rubrics()) {
            if (rubric.family == each.family) page += entry_for(rubric, meetings);
        }
    }
    return page.append(nameless).append(conclusion).append(precedence());
}

// A wrong program's folder expects a name that no reader could look up.
bool has_strangers(const Meetings& meetings) {
    bool found = false;
    for (const auto& [id, exercises] : meetings) {
        if (judge::rubric_for(id) != nullptr) continue;
        std::fprintf(stderr, "diagnoses: tests/wrong/%s/%s has no row in judge/rubric.cpp\n",
                     exercises.begin()->c_str(), id.c_str());
        found = true;
    }
    return found;
}

// A rule without a name asks what stands nowhere on the page.
bool lacks_questions(std::string_view page) {
    bool found = false;
    for (const Rule& rule : judge::rules()) {
        if (page.find(rule.question) != std::string_view::npos) continue;
        std::fprintf(stderr, "diagnoses: add to `nameless`: %s\n",
                     std::string(rule.question).c_str());
        found = true;
    }
    return found;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2) return 2;
    const fs::path root = arguments[1];
    const Meetings meetings = meetings_below(root / "tests" / "wrong");
    if (has_strangers(meetings)) return 1;

    const std::string page = page_from(meetings);
    if (lacks_questions(page)) return 1;
    return treat_page("diagnoses", root / "handouts" / "diagnoses.md", page,
                      treatment_from(count > 2 ? arguments[2] : ""));
}
