// Joining the student's objects hides their symbols. These honest programs rely on things that must
// stay one thing all the same, among the student's files and between them and the tests.
#include "build/course.hpp"

using namespace heddle;
using model::Flavour;

namespace {

std::string read_fixture(const std::string& name) {
    return base::read_file(std::filesystem::path(HEDDLE_COURSE_FOLDER) /
                           "tests/unit/build/sharing" / name)
        .value();
}

// Compiles the driver in place of tests, runtime and Catch2.
std::string driver_object(const TinyExercise& tiny, const build::Plan& plan, model::Mode mode) {
    const auto object = tiny.staged().output / "driver.o";
    build::Arguments argv = {plan.compiler.path};
    const auto& flags = plan.modes.at(mode).compile;
    argv.insert(argv.end(), flags.begin(), flags.end());
    const std::string source =
        std::string(HEDDLE_COURSE_FOLDER) + "/tests/unit/build/sharing/driver.cpp";
    argv.insert(argv.end(), {"-c", source, "-o", object.string()});
    const auto done = process::run(*process::make_runner(),
                                   {.argv = argv, .environment = process::plain_environment()});
    REQUIRE(done);
    INFO(done->errors);
    REQUIRE(done->status.is_success());
    return object;
}

// Builds the fixture in this mode under its sanitizer, with what the flavour's link flags say but
// without wrapping anything, and returns how the program ended.
process::Completed run_fixture(Flavour flavour, const std::string& sanitizer) {
    TinyExercise tiny({{"port.hpp", read_fixture("port.hpp")},
                       {"port.cpp", read_fixture("port.cpp")},
                       {"student.hpp", read_fixture("student.hpp")},
                       {"student.cpp", read_fixture("student.cpp")}});
    build::FlavourPlan& plan = tiny.plan().flavours.at(flavour);
    std::erase_if(plan.link, [](const std::string& flag) {
        return flag.starts_with("-Wl,--wrap") || flag.starts_with("@");
    });
    plan.link.push_back("-fsanitize=" + sanitizer);
    plan.trusted = {driver_object(tiny, tiny.plan(), mode_of(flavour))};
    plan.libraries.clear();

    const auto joined = required(tiny.builder().compile(mode_of(flavour)));
    const auto program = required(tiny.builder().link(flavour, joined));
    return process::run(*process::make_runner(), {.argv = {program.string()},
                                                  .environment = process::plain_environment(),
                                                  .layout = process::AddressLayout::fixed})
        .value();
}

}  // namespace

TEST_CASE("honest sharing works after joining, under ThreadSanitizer") {
    const auto done = run_fixture(Flavour::tsan, "thread");
    INFO(done.errors);
    CHECK(done.status.code == 0);
    CHECK(done.errors.empty());
}

TEST_CASE("honest sharing works after joining, under AddressSanitizer") {
    const auto done = run_fixture(Flavour::asan, "address,undefined");
    INFO(done.errors);
    CHECK(done.status.code == 0);
    CHECK(done.errors.empty());
}
