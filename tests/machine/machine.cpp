// Programs on the simulated machine.
//
//     machine cases ROOT BINARY           holds each case to its ending, under many schedules
//     machine moved ROOT BINARY           the same numbers each time, and from a binary with a long
//     path machine page ROOT BINARY [--write]  holds handouts/model.md to what runs give, or writes
//     that
//
// Exit 0 when all is well, 1 when not, 2 when it can't be done.
#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <sstream>

#include "base/file.hpp"
#include "figures/generated_page.hpp"
#include "report/machine.hpp"
#include "report/profile.hpp"
#include "session/measure.hpp"
#include "session/workbench.hpp"

namespace {

using namespace heddle;
namespace fs = std::filesystem;

[[noreturn]] void stop(const base::Error& error) {
    fmt::print(stderr, "machine: {}\n", base::to_string(error));
    std::exit(2);
}

template <class T>
T need(base::Expected<T> value) {
    if (!value) stop(value.error());
    return std::move(*value);
}

// The binary's cases, and what is needed to run one.
class Cases {
  public:
    Cases(const fs::path& root, fs::path binary) : binary_(std::move(binary)) {
        std::istringstream lines(need(base::read_file(root / "tests/machine/example.cpp")));
        for (std::string line; std::getline(lines, line);)
            sources_["example.cpp"].push_back(line);
        for (auto& info : session::graded_cases(need(explore::list_cases(binary_))))
            cases_.emplace(info.name, info);
    }

    session::TrialRequest request(const std::string& name) const {
        const auto found = cases_.find(name);
        if (found == cases_.end()) stop({"no case is called so", name, ""});
        session::TrialRequest request;
        request.info = found->second;
        request.binary = binary_;
        request.files = {"example.cpp"};
        request.sources = &sources_;
        request.seed = 1;
        request.budget = {60, 1'000'000};
        return request;
    }

  private:
    fs::path binary_;
    explore::Sources sources_;
    std::map<std::string, session::CaseInfo> cases_;
};

// --- Each case's ending ---

struct Expected {
    const char* name;
    const char* evidence = "";  // "": no schedule fails
    std::int64_t busy_ms = -1;  // of the failing schedule, where it is said
};

constexpr std::array expectations = {
    Expected{"weigh all"},
    Expected{"two cores are busy without a pause"},
    Expected{"idle cores are counted"},
    Expected{"never more compute than there are cores"},
    Expected{"lines are counted where the case asks for it"},
    Expected{"elsewhere nobody counts them"},
    Expected{"two meet who may"},
    Expected{"two can't meet under one lock", "one-lock-all"},
    Expected{"the case ends while others compute", "wrong-result", 10},
};

std::string seen_in(const session::Trial& trial) {
    if (!trial.search.failure) return "";
    if (trial.failed && !trial.failed->evidence.empty()) return trial.failed->evidence.front().id;
    return trial.failed ? trial.failed->summary.message.data() : "unsteady";
}

bool holds(const Cases& cases, const Expected& expected) {
    session::Workbench bench(0);
    const auto trial = need(session::run_trial(cases.request(expected.name), bench));
    const std::string seen = seen_in(trial);
    const std::int64_t busy_ms =
        trial.failed ? static_cast<std::int64_t>(trial.failed->summary.core_use.busy / 1'000'000)
                     : -1;
    const bool is_busy_so = expected.busy_ms < 0 || expected.busy_ms == busy_ms;
    if (seen == expected.evidence && is_busy_so) return true;
    fmt::print(stderr, "machine: \"{}\": \"{}\", busy for {} ms\n", expected.name, seen, busy_ms);
    return false;
}

int check_cases(const Cases& cases) {
    const auto wrong = std::ranges::count_if(
        expectations, [&](const Expected& expected) { return !holds(cases, expected); });
    return wrong == 0 ? 0 : 1;
}

// --- The same each time, wherever the binary lies ---

constexpr std::array shown = {"weigh all", "count close", "count apart", "sum by rows",
                              "sum by columns"};

std::string numbers_of(const Cases& cases, const char* name) {
    auto measured = need(session::measure(cases.request(name)));
    return report::to_json({"00-machine", name, measured.outcome, std::move(measured.profile)});
}

int check_moved(const Cases& cases, const fs::path& root, const fs::path& binary) {
    const fs::path folder = fs::temp_directory_path() / fmt::format("heddle-machine-{}", getpid());
    const fs::path deep = folder / std::string(200, 'x');
    fs::create_directories(deep);
    fs::copy_file(binary, deep / "machine");
    const Cases moved(root, deep / "machine");
    int wrong = 0;
    for (const char* name : shown) {
        const std::string numbers = numbers_of(cases, name);
        const bool is_same =
            numbers == numbers_of(cases, name) && numbers == numbers_of(moved, name);
        if (is_same) continue;
        fmt::print(stderr, "machine: \"{}\" gives other numbers elsewhere\n", name);
        ++wrong;
    }
    fs::remove_all(folder);
    return wrong == 0 ? 0 : 1;
}

// --- The page ---

enum class Part { cores, lines };

struct Block {
    const char* name;  // the case's; `<!-- NAME -->` stands above the block
    Part part;
    std::string_view object = "";  // of the lines, the row about it
};

constexpr std::array blocks = {
    Block{"weigh all", Part::cores},
    Block{"sum by rows", Part::lines, "grid[row][column]"},
    Block{"sum by columns", Part::lines, "grid[row][column]"},
    Block{"count close", Part::lines, "close_cells[i].hits"},
    Block{"count apart", Part::lines, "cells_apart[i].hits"},
};

// Under the headings only the object's row: what the library touches differs between compilers.
std::string row_about(std::string_view object, const std::string& text) {
    std::istringstream lines(text);
    std::string kept;
    std::string line;
    for (bool is_heading = true; std::getline(lines, line); is_heading = false)
        if (is_heading || line.starts_with(object)) kept += line + "\n";
    return kept;
}

std::string text_of(const Cases& cases, const Block& block) {
    const auto measured = need(session::measure(cases.request(block.name)));
    report::Page page(report::Look{});
    if (block.part == Part::cores) {
        report::write_cores(page, measured.profile);
    } else {
        report::write_lines(page, measured.profile.lines);
    }
    const std::string text = page.text().substr(1);  // without the empty line in front
    return block.object.empty() ? text : row_about(block.object, text);
}

// The page with this block's text between its fences; nothing where the page lacks the block.
base::Expected<std::string> with_block(std::string page, const Block& block,
                                       const std::string& text) {
    const std::string opening = fmt::format("<!-- {} -->\n```text\n", block.name);
    const std::size_t begin = page.find(opening);
    const std::size_t end = page.find("```\n", begin + opening.size());
    if (begin == page.npos || end == page.npos)
        return base::fail({"the page lacks a block", block.name, ""});
    const std::size_t from = begin + opening.size();
    return page.replace(from, end - from, text);
}

// Whether each ```cpp block of the page is a part of the program that is run.
bool shows_what_is_run(const std::string& page, const std::string& program) {
    constexpr std::string_view fence = "```cpp\n";
    bool is_shown = true;
    for (std::size_t at = page.find(fence); at != page.npos; at = page.find(fence, at + 1)) {
        const std::size_t begin = at + fence.size();
        const std::string code = page.substr(begin, page.find("```\n", begin) - begin);
        if (program.find(code) != program.npos) continue;
        fmt::print(stderr, "machine: example.cpp has no such code\n{}", code);
        is_shown = false;
    }
    return is_shown;
}

int treat_model_page(const Cases& cases, const fs::path& root, Treatment treatment) {
    const fs::path path = root / "handouts" / "model.md";
    std::string page = need(base::read_file(path));
    if (!shows_what_is_run(page, need(base::read_file(root / "tests/machine/example.cpp"))))
        return 1;
    for (const Block& block : blocks)
        page = need(with_block(std::move(page), block, text_of(cases, block)));
    return treat_page("machine", path, page, treatment);
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 4) return 2;
    const std::string_view command = arguments[1];
    const Cases cases(arguments[2], arguments[3]);
    if (command == "cases") return check_cases(cases);
    if (command == "moved") return check_moved(cases, arguments[2], arguments[3]);
    if (command != "page") return 2;
    return treat_model_page(cases, arguments[2], treatment_from(count > 4 ? arguments[4] : ""));
}
