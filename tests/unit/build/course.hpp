// The real course as set up in this build folder, and a place in which to build with it.
#pragma once

#include <map>
#include <string>

#include "base/file.hpp"
#include "build/builder.hpp"
#include "build/plan.hpp"
#include "build/stage.hpp"
#include "catalogue/catalogue.hpp"
#include "catch.hpp"
#include "temporary_folder.hpp"

// A failure in one line, for a test's own message.
inline std::string describe(const heddle::build::Failure& failure) {
    if (const auto* error = std::get_if<heddle::base::Error>(&failure)) return to_string(*error);
    const auto& first = std::get<heddle::build::BuildError>(failure).first;
    return first.file + ":" + std::to_string(first.line) + ": " + first.message;
}

// The value, or a failed test that says why there is none.
template <class T>
T required(const heddle::build::Built<T>& built) {
    if (!built) FAIL(describe(built.error()));
    return *built;
}

// The student's fault in a failure, or a failed test.
template <class T>
heddle::build::BuildError build_error_in(const heddle::build::Built<T>& built) {
    REQUIRE_FALSE(built);
    const auto* error = std::get_if<heddle::build::BuildError>(&built.error());
    if (error == nullptr) FAIL(describe(built.error()));
    return *error;
}

// A small exercise of the tests' own, built with the real flags.
class TinyExercise {
  public:
    explicit TinyExercise(std::map<std::string, std::string> files) {
        for (const auto& [name, text] : files) {
            REQUIRE(heddle::base::write_file(folder_.path() / "exercise" / name, text));
            if (name != "port.hpp" && name != "port.cpp") exercise_.files.push_back(name);
        }
        REQUIRE(heddle::base::write_file(folder_.path() / "exercise" / "visible_test.cpp", ""));
        exercise_.name = "99-tiny";
        exercise_.folder = folder_.path() / "exercise";
        plan_ = heddle::build::read_plan(HEDDLE_BUILD_FOLDER).value();
        plan_.tests["99-tiny"] = {{heddle::model::Mode::thread, {}},
                                  {heddle::model::Mode::address, {}}};
        staged_ =
            heddle::build::stage(exercise_, exercise_.folder, {}, folder_.path() / "work").value();
    }

    heddle::build::Builder builder(heddle::build::ObjectStore store = {}) {
        return {plan_, staged_, *runner_, std::move(store)};
    }
    heddle::build::Plan& plan() { return plan_; }
    const heddle::build::Staged& staged() const { return staged_; }

    // How compiling fails as the student's fault; the test fails when it doesn't.
    heddle::build::BuildError build_error() {
        return build_error_in(builder().compile(heddle::model::Mode::thread));
    }

  private:
    TemporaryFolder folder_;
    heddle::catalogue::Exercise exercise_;
    heddle::build::Plan plan_;
    heddle::build::Staged staged_;
    std::unique_ptr<heddle::process::CommandRunner> runner_ = heddle::process::make_runner();
};

inline const std::string tiny_port = "namespace heddle::port { int answer(); }\n";
inline const std::string tiny_port_code =
    "#include \"port.hpp\"\n#include \"student.hpp\"\nint heddle::port::answer() { return "
    "::answer(); }\n";
inline const std::string tiny_header = "#pragma once\nint answer();\n";

// An exercise whose student.cpp is `code`.
inline TinyExercise with_code(const std::string& code, const std::string& header = tiny_header) {
    return TinyExercise({{"port.hpp", tiny_port},
                         {"port.cpp", tiny_port_code},
                         {"student.hpp", header},
                         {"student.cpp", "#include \"student.hpp\"\n" + code}});
}
