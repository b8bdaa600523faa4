// What compilers really printed, recorded by tests/golden/compiler/record.py, against what a
// student is told of it. HEDDLE_UPDATE_GOLDEN=1 writes the latter anew; it needs no compiler.
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>

#include "base/file.hpp"
#include "build/diagnosis.hpp"
#include "catch.hpp"

using namespace heddle;
namespace fs = std::filesystem;

namespace {

struct Recording {
    fs::path printed;
    fs::path told;
};

std::vector<Recording> recordings() {
    std::vector<Recording> all;
    for (const auto& entry : fs::recursive_directory_iterator(HEDDLE_GOLDEN_FOLDER "/compiler")) {
        const fs::path& file = entry.path();
        if (file.extension() == ".txt" && file.stem().extension() != ".told")
            all.push_back({file, fs::path(file).replace_extension(".told.txt")});
    }
    return all;
}

build::BuildError told_of(const Recording& recording) {
    build::Staged staged;
    staged.folder = recording.printed.parent_path();
    staged.files = {"code.cpp", "code.hpp"};
    const process::Completed tool = {.status = {process::Ending::exited, 1},
                                     .errors = base::read_file(recording.printed).value()};
    const auto failure = build::explain_failure(tool, staged);
    const auto* error = std::get_if<build::BuildError>(&failure);
    return error == nullptr ? build::BuildError{} : *error;
}

std::string page(const build::BuildError& error) {
    const build::Diagnostic& first = error.first;
    return fmt::format("{}:{}:{}: {}\n\n{}\n", first.file, first.line, first.column, first.message,
                       error.explanation);
}

}  // namespace

TEST_CASE("what a student is told of each mistake is as approved") {
    for (const Recording& recording : recordings()) {
        INFO(recording.printed);
        const std::string actual = page(told_of(recording));
        if (std::getenv("HEDDLE_UPDATE_GOLDEN") != nullptr)
            REQUIRE(base::write_file(recording.told, actual));
        CHECK(actual == base::read_file(recording.told).value_or("no golden file"));
    }
}

TEST_CASE("each mistake with threads has plain words, from every compiler, an ordinary one none") {
    CHECK(recordings().size() >= 2 * 25);
    for (const Recording& recording : recordings()) {
        INFO(recording.printed);
        const bool is_ordinary =
            recording.printed.parent_path().filename() == "no-mistake-with-threads";
        const build::BuildError error = told_of(recording);
        CHECK(error.first.line > 0);
        CHECK(error.explanation.empty() == is_ordinary);
    }
}
