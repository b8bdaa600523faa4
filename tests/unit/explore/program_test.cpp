#include "explore/program.hpp"

#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "catch.hpp"
#include "temporary_folder.hpp"

using heddle::explore::Program;

namespace {

// A "test binary" that takes its nonce, then ends.
std::filesystem::path short_lived_program(const std::filesystem::path& folder) {
    const auto path = folder / "program";
    std::ofstream(path) << "#!/bin/sh\nhead -c 16 <&4 >/dev/null\n";
    chmod(path.c_str(), 0755);
    return path;
}

}  // namespace

TEST_CASE("a program that has ended is an error, and no end of the grader") {
    const TemporaryFolder folder;
    auto program = Program::start(short_lived_program(folder.path()), "a case", 0);
    REQUIRE(program);
    CHECK_FALSE(program->run({}));  // perhaps it still lived when it was asked
    CHECK_FALSE(program->run({}));  // now it doesn't
}
