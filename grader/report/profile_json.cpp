#include <cmath>

#include "report/json_parts.hpp"
#include "report/profile.hpp"

namespace heddle::report {
namespace {

using model::Profile;

// Three places: what a person compares, and the same on every machine.
double rounded(double number) {
    return std::round(number * 1000) / 1000;
}

Json time_json(const model::TimeSpent& time) {
    return {
        {"compute_ns", time.compute.count()},     {"core_wait_ns", time.core_wait.count()},
        {"io_wait_ns", time.io_wait.count()},     {"sleep_ns", time.sleep.count()},
        {"lock_wait_ns", time.lock_wait.count()}, {"thread_wait_ns", time.thread_wait.count()},
        {"polling_ns", time.polling.count()},
    };
}

Json threads_json(const Profile& profile) {
    Json threads = Json::array();
    for (const model::ThreadProfile& thread : profile.threads)
        threads.push_back({{"name", thread.name}, {"time", time_json(thread.time)}});
    return threads;
}

Json begun_json(const model::Begun& begun) {
    return {{"count", begun.count}, {"locked", begun.locked}, {"at_once", begun.at_once}};
}

Json locks_json(const Profile& profile) {
    Json locks = Json::array();
    for (const model::LockProfile& lock : profile.locks) {
        locks.push_back(
            {{"name", lock.name}, {"taken", lock.taken}, {"waited_ns", lock.waited.count()}});
    }
    return locks;
}

Json cores_json(int cores) {
    return cores == 0 ? Json(nullptr) : Json(cores);
}

Json row_json(const Profile& profile, const model::OnCores& on) {
    return {
        {"cores", cores_json(on.cores)},
        {"outcome", name(on.outcome)},
        {"makespan_ns", on.makespan.count()},
        {"busy_ns", on.busy.count()},
        {"speedup", rounded(model::speedup(profile, on))},
        {"idle", on.cores == 0 ? Json(nullptr) : Json(rounded(model::idle_share(on)))},
        {"at_once", on.at_once},
        {"threads_started", on.threads_started},
    };
}

Json rows_json(const Profile& profile) {
    Json rows = Json::array();
    for (const model::OnCores& on : profile.on_cores)
        rows.push_back(row_json(profile, on));
    return rows;
}

Json lines_json(const model::LineProfile& lines) {
    if (lines.line_bytes == 0) return nullptr;
    Json groups = Json::array();
    for (const model::LineGroup& group : lines.groups) {
        groups.push_back({{"objects", text_or_null(group.objects)},
                          {"lines", group.lines},
                          {"fetched", group.fetched},
                          {"transferred", group.transferred}});
    }
    return {
        {"access_period", lines.access_period}, {"line_bytes", lines.line_bytes},
        {"lines_held", lines.lines_held},       {"fetched", lines.fetched},
        {"transferred", lines.transferred},     {"groups", std::move(groups)},
    };
}

}  // namespace

std::string to_json(const session::ProfiledCase& profiled) {
    const Profile& profile = profiled.profile;
    return dump({
        {"schema", "heddle.profile/1"},
        {"exercise", profiled.exercise},
        {"case", profiled.case_name},
        {"outcome", name(profiled.outcome)},
        {"cores", cores_json(profile.cores)},
        {"makespan_ns", profile.makespan.count()},
        {"time", time_json(model::total(profile))},
        {"threads", threads_json(profile)},
        {"threads_started", profile.threads_started},
        {"threads_at_once", profile.threads_at_once},
        {"compute", begun_json(profile.compute)},
        {"io", begun_json(profile.io)},
        {"locks", locks_json(profile)},
        {"on_cores", rows_json(profile)},
        {"lines", lines_json(profile.lines)},
        {"truncated", profile.is_truncated},
    });
}

}  // namespace heddle::report
