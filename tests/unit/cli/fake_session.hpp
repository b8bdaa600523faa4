// Stands in for grader/session in the tests of the commands: it answers what a test tells it to,
// and notes what it was asked. Linked in place of the real one.
#pragma once

#include "session/session.hpp"

struct FakeSession {
    // What check() will say and do.
    heddle::base::Expected<std::vector<heddle::model::ExerciseReport>> check =
        std::vector<heddle::model::ExerciseReport>{};
    heddle::base::Expected<std::vector<heddle::session::ListRow>> list =
        std::vector<heddle::session::ListRow>{};
    heddle::base::Expected<heddle::session::Hint> hint = heddle::session::Hint{};
    heddle::base::Expected<heddle::session::Reset> reset = heddle::session::Reset{};
    heddle::base::Expected<std::string> solution = std::string();
    heddle::base::Expected<heddle::session::Replay> replay = heddle::session::Replay{};
    heddle::base::Expected<heddle::session::ProfiledCase> profile = heddle::session::ProfiledCase{};
    heddle::base::Expected<heddle::session::Exploration> explore = heddle::session::Exploration{};
    heddle::base::Expected<heddle::session::CourseProof> verify = heddle::session::CourseProof{};
    heddle::base::Expected<heddle::session::Release> release = heddle::session::Release{};
    heddle::session::Version version;
    std::vector<heddle::session::Checkup> doctor;

    // What was asked.
    int calls = 0;
    heddle::session::Place place;
    heddle::session::Options options;
    std::string exercise;
    heddle::session::ReplayRequest request;
    heddle::session::ProfileRequest profile_request;
    heddle::session::ExploreRequest explore_request;
    heddle::session::Extent extent = heddle::session::Extent::all;
    heddle::catalogue::Audience release_audience = heddle::catalogue::Audience::self_learner;
    std::filesystem::path release_folder;
};

// The one that the commands talk to now. A test assigns it anew.
FakeSession& fake_session();
