#include "report/junit.hpp"

#include <fmt/format.h>

#include <chrono>
#include <map>
#include <pugixml.hpp>
#include <sstream>

#include "report/failure.hpp"
#include "report/log_commands.hpp"
#include "report/page.hpp"
#include "report/terminal.hpp"
#include "report/text.hpp"
#include "report/words.hpp"

namespace heddle::report {
namespace {

using model::ExerciseReport;
using Milliseconds = std::chrono::milliseconds;

constexpr const char* build_test = "the files compile and link";
constexpr const char* grading_test = "the exercise can be graded";

struct Counts {
    int tests = 0;
    int failures = 0;
    int errors = 0;
    Milliseconds time{0};
};

Counts counts_of(const ExerciseReport& report) {
    Counts counts;
    counts.time = report.wall_time;
    if (!report.graded) {
        counts.tests = counts.errors = 1;
    } else if (report.build) {
        counts.tests = counts.failures = 1;
    } else {
        for (const model::CaseReport& one : report.cases) {
            ++counts.tests;
            if (one.outcome != model::Outcome::passed) ++counts.failures;
        }
    }
    return counts;
}

Counts sum_of(const std::vector<ExerciseReport>& reports) {
    Counts sum;
    for (const ExerciseReport& report : reports) {
        const Counts counts = counts_of(report);
        sum.tests += counts.tests;
        sum.failures += counts.failures;
        sum.errors += counts.errors;
        sum.time += counts.time;
    }
    return sum;
}

// Fit for an attribute: one line, no character that XML forbids. pugixml escapes the rest.
void set(pugi::xml_node node, const char* name, std::string_view value) {
    const std::string text = without_commands(printable(value, Charset::utf8));
    node.append_attribute(name) = text.c_str();
}

void set_counts(pugi::xml_node node, const Counts& counts) {
    node.append_attribute("tests") = counts.tests;
    node.append_attribute("failures") = counts.failures;
    node.append_attribute("errors") = counts.errors;
    node.append_attribute("skipped") = 0;
    set(node, "time", fmt::format("{:.3f}", std::chrono::duration<double>(counts.time).count()));
}

std::string first_line(std::string_view text) {
    const std::vector<std::string_view> lines = lines_of(text);
    return lines.empty() ? "" : std::string(lines.front());
}

// A student's message may begin with an empty line.
std::string message_of(const model::Finding& finding) {
    const std::string line = first_line(finding.message);
    return line.empty() ? std::string(words_for(finding.outcome)) : line;
}

std::string type_of(const model::Finding& finding) {
    return finding.diagnosis.empty() ? std::string(name(finding.outcome)) : finding.diagnosis;
}

// The body opens with what the terminal has in its headline.
Page page_about(const model::Finding& finding) {
    Page page(Look{});
    page.line(label(finding));
    if (finding.where) page.last().add(" at " + location(*finding.where));
    page.line();
    return page;
}

// Readers that know no more of a test than that it passed leave this out.
void add_verification(pugi::xml_node test, const model::CaseReport& one) {
    if (!one.verification) return;
    test.append_child("system-out").text() = (passed(one) + "\n").c_str();
}

// The tests of one exercise. Remembers their names.
class Suite {
  public:
    Suite(pugi::xml_node document, const ExerciseReport& report, std::string_view same_options)
        : node_(document.append_child("testsuite")), report_(report), same_options_(same_options) {}

    void write();

  private:
    pugi::xml_node add_test(const std::string& name);
    void add_failure(pugi::xml_node test, const model::Finding& finding, const Page& body);
    void write_error();
    void write_build();
    void write_case(const model::CaseReport& one);
    void write_explanation(Page& page, const model::CaseReport& failed) const;

    pugi::xml_node node_;
    const ExerciseReport& report_;
    std::string_view same_options_;
    std::map<std::string, int> names_;
};

void Suite::write() {
    set(node_, "name", report_.exercise);
    set_counts(node_, counts_of(report_));
    if (!report_.graded) return write_error();
    if (report_.build) return write_build();
    for (const model::CaseReport& one : report_.cases)
        write_case(one);
}

pugi::xml_node Suite::add_test(const std::string& name) {
    const int times = ++names_[printable(name, Charset::utf8)];
    pugi::xml_node test = node_.append_child("testcase");
    set(test, "classname", report_.exercise);
    set(test, "name", times == 1 ? name : fmt::format("{} ({})", name, times));
    return test;
}

void Suite::add_failure(pugi::xml_node test, const model::Finding& finding, const Page& body) {
    if (finding.where) set(test, "file", path_in_repository(report_, *finding.where));
    pugi::xml_node failure = test.append_child("failure");
    set(failure, "message", message_of(finding));
    set(failure, "type", type_of(finding));
    failure.text() = body.text().c_str();
}

void Suite::write_error() {
    pugi::xml_node error = add_test(grading_test).append_child("error");
    set(error, "message", first_line(report_.reason));
    set(error, "type", "not-graded");
    Page page(Look{});
    write_body(page, report_);
    error.text() = page.text().c_str();
}

void Suite::write_build() {
    Page page = page_about(*report_.build);
    write_body(page, report_);
    add_failure(add_test(build_test), *report_.build, page);
}

void Suite::write_case(const model::CaseReport& one) {
    pugi::xml_node test = add_test(one.name);
    if (one.outcome == model::Outcome::passed) return add_verification(test, one);
    model::Finding unexplained;
    unexplained.outcome = one.outcome;
    const model::Finding& finding = one.finding ? *one.finding : unexplained;
    Page page = page_about(finding);
    write_explanation(page, one);
    add_failure(test, finding, page);
}

// There is nothing to replay where nothing is written yet.
void Suite::write_explanation(Page& page, const model::CaseReport& failed) const {
    const bool is_unfinished = failed.outcome == model::Outcome::unfinished && failed.finding;
    if (!is_unfinished) {
        write_failure(page, report_.exercise, failed, same_options_);
        return;
    }
    write_message(page, {"○", Style::plain, failed.finding->message, failed.finding->where});
    page.paragraph(failed.finding->question);
}

}  // namespace

std::string to_junit(const std::vector<ExerciseReport>& reports, std::string_view same_options) {
    pugi::xml_document document;
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    pugi::xml_node suites = document.append_child("testsuites");
    set(suites, "name", "heddle");
    set_counts(suites, sum_of(reports));
    for (const ExerciseReport& report : reports)
        Suite(suites, report, same_options).write();
    std::ostringstream text;
    document.save(text, "  ");
    return text.str();
}

}  // namespace heddle::report
