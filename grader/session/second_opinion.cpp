#include "session/second_opinion.hpp"

#include <signal.h>

#include <string>

#include "session/views.hpp"

namespace heddle::session {

model::Observation not_followed(model::Flavour flavour, std::string_view why) {
    switch (flavour) {
        case model::Flavour::hunt:
            return {"not-checked", std::string(why) + "; what others showed is told here"};
        case model::Flavour::tsan: return not_asked(why);
        case model::Flavour::asan:
            return {"no-address-sanitizer",
                    std::string(why) + "; memory errors are those that ended the program"};
    }
    return {};
}

bool may_be_memory(const Trial& trial) {
    return trial.is_unsteady ||
           (trial.failed && trial.failed->summary.ending == scheduler::Ending::memory_limit);
}

bool is_damage(const judge::Failed& failed) {
    const scheduler::Report& report = failed.observation.summary.report;
    const std::string_view kind = report.kind.data();
    return failed.failure.ending == scheduler::Ending::crashed &&
           (kind == scheduler::found_by_c_library || (report.signal == SIGSEGV && kind.empty()));
}

bool is_beside_the_point(const judge::Failed& failed, const judge::Failed& crash) {
    const auto& where = failed.observation.where;
    const auto& crashed_at = crash.observation.where;
    const bool is_there = where && crashed_at && where->line == crashed_at->line;
    return failed.failure.ending == scheduler::Ending::undefined_behaviour && !is_there;
}

}  // namespace heddle::session
