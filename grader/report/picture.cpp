#include "report/picture.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "base/assert.hpp"

namespace heddle::report {
namespace {

using StepIndices = std::vector<std::size_t>;

// What the story is about.
struct Subject {
    std::set<std::string> objects;
    std::set<model::ThreadIndex> threads;
    bool is_data = false;  // and not only when threads came and went
};

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_bookkeeping(const model::TraceStep& step) {
    constexpr std::array<std::string_view, 7> words = {
        "begin", "end", "finish", "run begins", "run ends", "clock", "exit",
    };
    return is_one_of(step.operation, words);
}

// The waits that explain why nothing can go on: a circle, else whoever waits for more than a
// thread.
std::vector<const model::Wait*> telling_waits(const model::Trace& trace) {
    const auto chosen = [&trace](auto tells) {
        std::vector<const model::Wait*> waits;
        for (const model::Wait& wait : trace.waits) {
            if (tells(wait)) waits.push_back(&wait);
        }
        return waits;
    };
    std::vector<const model::Wait*> circle =
        chosen([](const model::Wait& w) { return w.in_cycle; });
    if (!circle.empty()) return circle;
    return chosen([](const model::Wait& w) { return w.operation != "join"; });
}

Subject subject_of(const model::Trace& trace, const std::optional<model::SourceLine>& focus) {
    Subject subject;
    for (const model::TraceStep& step : trace.steps) {
        if (!focus || step.where != focus || is_bookkeeping(step)) continue;
        subject.objects.insert(step.object);
        subject.is_data |= !is_scenery(step);
    }
    for (const model::Wait* const wait : telling_waits(trace)) {
        subject.objects.insert(wait->object);
        subject.is_data = true;
        subject.threads.insert(wait->thread);
    }
    subject.objects.erase("");
    for (const model::TraceStep& step : trace.steps) {
        if (subject.objects.contains(step.object)) subject.threads.insert(step.thread);
    }
    return subject;
}

template <class Predicate>
StepIndices steps_where(const model::Trace& trace, Predicate matters) {
    StepIndices chosen;
    for (std::size_t i = 0; i < trace.steps.size(); ++i) {
        if (matters(trace.steps[i])) chosen.push_back(i);
    }
    return chosen;
}

// Generous where that fits: all that the threads concerned did; else only what met the objects.
StepIndices choose_steps(const model::Trace& trace, const Subject& subject, std::size_t rows) {
    if (subject.objects.empty()) {
        return steps_where(trace,
                           [](const model::TraceStep& step) { return !is_bookkeeping(step); });
    }
    const auto meets_objects = [&subject](const model::TraceStep& step) {
        return subject.objects.contains(step.object);
    };
    StepIndices chosen = steps_where(trace, [&](const model::TraceStep& step) {
        const bool tells = subject.is_data ? !is_scenery(step) : !is_bookkeeping(step);
        return meets_objects(step) || (subject.threads.contains(step.thread) && tells);
    });
    if (chosen.size() <= rows) return chosen;
    StepIndices strict = steps_where(trace, meets_objects);
    return strict.empty() ? chosen : strict;
}

std::vector<model::ThreadIndex> lanes_of(const model::Trace& trace, const StepIndices& chosen) {
    std::set<model::ThreadIndex> lanes;
    for (const std::size_t i : chosen)
        lanes.insert(trace.steps[i].thread);
    return {lanes.begin(), lanes.end()};
}

bool is_pause(const model::TraceStep& step) {
    return step.operation == "sleep";
}

// Whose sleeps the margin's times tell of: they have more to show.
using Restless = std::set<model::ThreadIndex>;

Restless restless_in(const model::Trace& trace, const StepIndices& chosen) {
    Restless threads;
    for (const std::size_t i : chosen) {
        const model::TraceStep& step = trace.steps[i];
        if (!is_scenery(step) && !is_pause(step)) threads.insert(step.thread);
    }
    return threads;
}

bool is_told_by_margin(const model::TraceStep& step, const Restless& restless) {
    return is_pause(step) && restless.contains(step.thread);
}

// The steps of the lanes that lie strictly between two steps.
StepIndices left_out_between(const model::Trace& trace, const Picture& picture, std::size_t after,
                             std::size_t before, const Restless& restless) {
    StepIndices steps;
    for (std::size_t i = after + 1; i < before; ++i) {
        const model::TraceStep& step = trace.steps[i];
        const bool has_lane = std::find(picture.lanes.begin(), picture.lanes.end(), step.thread) !=
                              picture.lanes.end();
        const bool counts = !is_scenery(step) && !is_told_by_margin(step, restless);
        if (has_lane && counts) steps.push_back(i);
    }
    return steps;
}

std::size_t steps_in(const PictureRow& row) {
    return row.step ? 1 : row.left_out;
}

// Two thirds of the room are for where the story is.
void fold_middle(std::vector<PictureRow>& rows, const PictureSize& size) {
    HEDDLE_ASSERT(size.rows >= 2);
    if (rows.size() <= size.rows) return;
    const std::size_t third = (size.rows - 1) / 3;
    const std::size_t head = size.story == Story::ends ? third : size.rows - 1 - third;
    const std::size_t tail = size.rows - 1 - head;
    auto first = rows.begin() + static_cast<std::ptrdiff_t>(head);
    auto last = rows.end() - static_cast<std::ptrdiff_t>(tail);
    while (first != rows.begin() && !(first - 1)->step)
        --first;  // two folds in a row are one
    while (last != rows.end() && !last->step)
        ++last;
    std::size_t folded = 0;
    for (auto row = first; row != last; ++row)
        folded += steps_in(*row);
    *first = {std::nullopt, folded};
    rows.erase(first + 1, last);
}

Picture picture_with(const model::Trace& trace, const StepIndices& chosen,
                     const Restless& restless = {}) {
    Picture picture;
    picture.lanes = lanes_of(trace, chosen);
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const StepIndices gap =
            i == 0 ? StepIndices{}
                   : left_out_between(trace, picture, chosen[i - 1], chosen[i], restless);
        if (gap.size() == 1) {  // showing it takes no more room than leaving it out
            picture.rows.push_back({gap.front(), 0});
        } else if (!gap.empty()) {
            picture.rows.push_back({std::nullopt, gap.size()});
        }
        picture.rows.push_back({chosen[i], 0});
    }
    return picture;
}

// Where the story of a finding is.
Story story_of(const model::Finding& finding) {
    return finding.outcome == model::Outcome::too_slow ? Story::begins : Story::ends;
}

}  // namespace

bool is_scenery(const model::TraceStep& step) {
    constexpr std::array<std::string_view, 5> words = {"create", "start", "join", "detach",
                                                       "destroy"};
    return is_bookkeeping(step) || is_one_of(step.operation, words);
}

Picture condense(const model::Trace& trace, const std::optional<model::SourceLine>& focus,
                 PictureSize size) {
    StepIndices chosen = choose_steps(trace, subject_of(trace, focus), size.rows);
    const Restless restless = chosen.size() > size.rows ? restless_in(trace, chosen) : Restless();
    std::erase_if(chosen,
                  [&](std::size_t i) { return is_told_by_margin(trace.steps[i], restless); });
    Picture picture = picture_with(trace, chosen, restless);
    fold_middle(picture.rows, size);
    return picture;
}

Picture picture_of(const model::Finding& finding) {
    if (!finding.trace) return {};
    return condense(*finding.trace, finding.where, {.story = story_of(finding)});
}

Picture whole(const model::Trace& trace) {
    return picture_with(trace, steps_where(trace, [](const model::TraceStep&) { return true; }));
}

bool passes_time(const model::Trace& trace, const Picture& picture) {
    using namespace std::chrono_literals;
    return std::any_of(picture.rows.begin(), picture.rows.end(), [&](const PictureRow& row) {
        return row.step && trace.steps[*row.step].at >= 1ms;
    });
}

std::vector<const model::Wait*> circle_first(const model::Trace& trace) {
    std::vector<const model::Wait*> waits;
    for (const model::Wait& wait : trace.waits)
        waits.push_back(&wait);
    std::stable_partition(waits.begin(), waits.end(),
                          [](const model::Wait* wait) { return wait->in_cycle; });
    return waits;
}

}  // namespace heddle::report
