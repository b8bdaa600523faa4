#include "report/proof.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <vector>

#include "report/failure.hpp"
#include "report/json_parts.hpp"
#include "report/words.hpp"

namespace heddle::report {
namespace {

using session::CourseProof;
using session::ExerciseProof;
using session::Extent;

std::string share(int part, int all) {
    return fmt::format("{}/{}", part, all);
}

void write_columns_of(Page& page, std::string_view first, const std::array<std::string, 5>& rest,
                      Style style) {
    Line& line = page.line().to(3).add(first, style).clip_to(27);
    for (std::size_t i = 0; i < rest.size(); ++i)
        line.to(28 + 10 * i).add(rest[i], style);
}

void write_row(Page& page, const ExerciseProof& proof) {
    const bool holds = proof.failures.empty();
    const bool is_unsolved = proof.skeleton.builds && proof.skeleton.unsolved &&
                             proof.skeleton.observed == proof.skeleton.expected;
    write_columns_of(
        page, headline(proof.exercise),
        {std::string(is_unsolved ? "unsolved" : words_for(proof.skeleton.observed)),
         share(proof.right.full, proof.right.n), share(proof.wrong.rejected, proof.wrong.n),
         share(proof.wrong.right_diagnosis, proof.wrong.n),
         share(proof.replays.equal, proof.replays.n)},
        holds ? Style::plain : Style::bad);
}

// How soon the wrong programs' main findings were found.
void write_found_in(Page& page, const CourseProof& proof) {
    std::vector<int> schedules;
    for (const ExerciseProof& exercise : proof.exercises) {
        const auto& its = exercise.wrong.found_in;
        schedules.insert(schedules.end(), its.begin(), its.end());
    }
    if (schedules.empty()) return;
    std::sort(schedules.begin(), schedules.end());
    const double sum = std::accumulate(schedules.begin(), schedules.end(), 0.0);
    const std::size_t half = schedules.size() / 2;
    const double median = (schedules[half] + schedules[schedules.size() - 1 - half]) / 2.0;
    page.line(fmt::format("{}: in schedule {:.1f} on average, median {:g}, worst {}",
                          count(static_cast<long long>(schedules.size()), "main finding"),
                          sum / static_cast<double>(schedules.size()), median, schedules.back()),
              Style::quiet);
}

Json proof_json(const ExerciseProof& proof) {
    return {
        {"exercise", proof.exercise},
        {"skeleton",
         {{"expected", name(proof.skeleton.expected)},
          {"observed", name(proof.skeleton.observed)},
          {"builds", proof.skeleton.builds},
          {"unsolved", proof.skeleton.unsolved}}},
        {"right", {{"n", proof.right.n}, {"full", proof.right.full}}},
        {"wrong",
         {{"n", proof.wrong.n},
          {"rejected", proof.wrong.rejected},
          {"right_diagnosis", proof.wrong.right_diagnosis},
          {"by_layer", proof.wrong.by_layer},
          {"found_in", proof.wrong.found_in}}},
        {"replays", {{"n", proof.replays.n}, {"equal", proof.replays.equal}}},
        {"failures", proof.failures},
    };
}

}  // namespace

void write_proof(Page& page, const CourseProof& proof) {
    write_columns_of(page, "", {"skeleton", "right", "rejected", "named", "replayed"},
                     Style::quiet);
    for (const ExerciseProof& exercise : proof.exercises)
        write_row(page, exercise);
    for (const ExerciseProof& exercise : proof.exercises) {
        for (const std::string& failure : exercise.failures) {
            write_message(page, {"✗", Style::bad, failure, std::nullopt});
        }
    }
    for (const std::string& failure : proof.failures) {
        write_message(page, {"✗", Style::bad, failure, std::nullopt});
    }
    write_found_in(page, proof);
    if (!holds(proof)) return;
    const bool is_whole = proof.extent == Extent::all;
    page.line().add("✓ ", Style::good).add(is_whole ? "The course proves itself."
                                                    : "A sample of the course proves itself.");
}

std::string to_json(const CourseProof& proof) {
    Json exercises = Json::array();
    for (const ExerciseProof& exercise : proof.exercises)
        exercises.push_back(proof_json(exercise));
    return dump({{"schema", "heddle.verify/1"},
                 {"extent", proof.extent == Extent::all ? "all" : "sample"},
                 {"exercises", std::move(exercises)},
                 {"failures", proof.failures},
                 {"redteam", Json::array()},
                 {"ok", holds(proof)}});
}

}  // namespace heddle::report
