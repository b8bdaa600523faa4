#include "report/golden.hpp"

#include <cstdlib>
#include <filesystem>

#include "base/file.hpp"
#include "catch.hpp"

void check_golden(const std::string& name, const std::string& actual) {
    const std::filesystem::path path = std::filesystem::path(HEDDLE_GOLDEN_FOLDER) / name;
    if (std::getenv("HEDDLE_UPDATE_GOLDEN") != nullptr) {
        REQUIRE(heddle::base::write_file(path, actual));
        return;
    }
    const auto expected = heddle::base::read_file(path);
    REQUIRE(expected);
    INFO(path);
    CHECK(actual == *expected);
}
