#include "cli/fake_session.hpp"

FakeSession& fake_session() {
    static FakeSession session;
    return session;
}

namespace heddle::session {
namespace {

FakeSession& called(const Place& place) {
    FakeSession& session = fake_session();
    ++session.calls;
    session.place = place;
    return session;
}

// The events of a check that finds something.
void tell(Listener& listener, const std::vector<model::ExerciseReport>& reports) {
    for (std::size_t i = 0; i < reports.size(); ++i) {
        listener.exercise_began(reports[i].exercise, i, reports.size());
        listener.stage_began(Stage::compile, std::nullopt);
        listener.stage_began(Stage::run, model::Flavour::hunt);
        if (const auto* failed = model::main_case(reports[i])) {
            listener.first_finding(reports[i].exercise, *failed);
        }
        listener.exercise_ended(reports[i]);
    }
}

}  // namespace

base::Expected<std::vector<model::ExerciseReport>> check(const Place& place, const Options& options,
                                                         Listener& listener) {
    FakeSession& session = called(place);
    session.options = options;
    if (session.check) tell(listener, *session.check);
    return session.check;
}

base::Expected<std::vector<ListRow>> list(const Place& place) {
    return called(place).list;
}

base::Expected<Hint> hint(const Place& place, std::string_view exercise) {
    called(place).exercise = exercise;
    return fake_session().hint;
}

base::Expected<Reset> reset(const Place& place, std::string_view exercise) {
    called(place).exercise = exercise;
    return fake_session().reset;
}

base::Expected<std::string> solution(const Place& place, std::string_view exercise) {
    called(place).exercise = exercise;
    return fake_session().solution;
}

base::Expected<Replay> replay(const Place& place, const ReplayRequest& request) {
    called(place).request = request;
    return fake_session().replay;
}

base::Expected<ProfiledCase> profile(const Place& place, const ProfileRequest& request) {
    called(place).profile_request = request;
    return fake_session().profile;
}

base::Expected<Exploration> explore(const Place& place, const ExploreRequest& request) {
    called(place).explore_request = request;
    return fake_session().explore;
}

base::Expected<CourseProof> verify(const Place& place, const std::vector<std::string>& exercises,
                                   Extent extent, VerifyListener& listener) {
    called(place).options.exercises = exercises;
    called(place).extent = extent;
    listener.about_to_grade("10-lost-update: skeleton", 0, 1);
    return fake_session().verify;
}

base::Expected<Release> release(const Place& place, catalogue::Audience audience,
                                const std::filesystem::path& folder) {
    FakeSession& session = called(place);
    session.release_audience = audience;
    session.release_folder = folder;
    return session.release;
}

Version version(const Place& place) {
    return called(place).version;
}

std::vector<Checkup> doctor(const Place& place) {
    return called(place).doctor;
}

}  // namespace heddle::session
