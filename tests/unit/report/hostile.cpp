#include "report/hostile.hpp"

#include <array>
#include <regex>

using namespace heddle;

bool is_command(const std::string& line) {
    static const std::regex at_start("(\\s|\u00A0|\u3000|\u2003)*::[^]*");
    static const std::regex anywhere("##[A-Za-z]*\\[");
    return std::regex_match(line, at_start) || std::regex_search(line, anywhere);
}

std::string Hostile::text() {
    static const std::array<std::string, 34> pieces = {
        "a",
        "thread",
        " ",
        "\x1b[2J",
        "\x1b]0;x\x07",
        "\r",
        "\n",
        "\t",
        std::string(1, '\0'),
        "\x7f",
        "\xc2\x9b"
        "31m",
        "\xff",
        "\xe2\x82",
        "线程",
        "🧵",
        "e\u0301\u0301\u0301\u0301",
        "\u202E",
        "\u200B",
        "👩‍👩‍👧",
        "<&\">",
        "'$`\\",
        std::string(95, 'x'),
        "::error::x",
        "##[error]x",
        "##vso[task.complete]x",
        "\x1b[0Ksection_start:1:x\r\x1b[0K",
        ":",
        "#",
        "[x]",
        "\u00A0",
        "\u3000",
        "```",
        "]]>",
        "|",
    };
    std::string made;
    for (int i = below(12); i > 0; --i)
        made += pieces.at(static_cast<std::size_t>(below(static_cast<int>(pieces.size()))));
    return made;
}

std::optional<model::SourceLine> Hostile::where() {
    if (one_in(3)) return std::nullopt;
    return model::SourceLine{text(), below(100000)};
}

model::Trace Hostile::trace() {
    model::Trace made;
    for (int i = below(10); i >= 0; --i)
        made.threads.push_back(text());
    const int threads = static_cast<int>(made.threads.size()) + 1;  // one of them unknown
    for (int i = below(60); i > 0; --i) {
        model::TraceStep step;
        step.thread = static_cast<std::size_t>(below(threads));
        step.operation = one_in(2) ? "lock" : text();
        step.object = one_in(2) ? "x" : text();
        if (one_in(2)) step.value = text();
        if (one_in(4)) step.result = text();
        step.where = where();
        step.at = std::chrono::milliseconds(one_in(2) ? 0 : below(1000000000));
        step.repeats = 1 + below(1000);
        made.steps.push_back(step);
    }
    for (int i = below(5); i > 0; --i) {
        made.waits.push_back({static_cast<std::size_t>(below(threads)), one_in(2) ? "join" : text(),
                              text(), static_cast<std::size_t>(below(threads)), one_in(2),
                              where()});
    }
    made.truncated = one_in(3);
    return made;
}

model::Finding Hostile::finding() {
    model::Finding made;
    made.outcome = static_cast<model::Outcome>(1 + below(14));
    made.diagnosis = text();
    made.message = text() + "\n" + text();
    made.question = text();
    made.where = where();
    made.schedule = below(1000);
    if (!one_in(4)) made.trace = trace();
    return made;
}

model::CaseReport Hostile::one_case() {
    model::CaseReport made;
    made.name = text();
    made.max_points = below(10);
    if (one_in(3)) return made;
    made.finding = finding();
    made.outcome = made.finding->outcome;
    return made;
}

model::ExerciseReport Hostile::exercise() {
    model::ExerciseReport made;
    made.exercise = one_in(2) ? "10-lost-update" : text();
    made.graded = !one_in(5);
    made.reason = text();
    made.hint = text();
    made.max_score = below(11);
    if (one_in(5)) made.build = finding();
    made.toolchain = text();
    made.seed = text();
    for (int i = below(9); i > 0; --i)
        made.cases.push_back(one_case());
    for (int i = below(3); i > 0; --i)
        made.observations.push_back({text(), text()});
    return made;
}

session::Replay Hostile::replay() {
    session::Replay made{text(), one_case(), {}};
    for (int i = below(4); i > 0; --i)
        made.sources[text()] = {text(), text()};
    return made;
}

std::vector<session::ListRow> Hostile::rows() {
    std::vector<session::ListRow> made;
    for (int i = below(6); i > 0; --i) {
        session::ListRow row;
        row.exercise = text();
        row.title = text();
        row.summary = text();
        row.minutes = below(100000);
        row.progress = static_cast<session::Progress>(below(3));
        row.max_score = below(2);
        row.task = text();
        row.edit = {text(), text()};
        made.push_back(row);
    }
    return made;
}

session::CourseProof Hostile::proof() {
    session::CourseProof made;
    session::ExerciseProof exercise;
    exercise.exercise = text();
    exercise.wrong.by_layer[text()] = below(10);
    exercise.wrong.found_in = {1 + below(10)};
    exercise.failures = {text()};
    made.exercises = {exercise};
    made.failures = {text()};
    return made;
}
