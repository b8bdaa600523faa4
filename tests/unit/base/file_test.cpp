#include "base/file.hpp"

#include <sys/stat.h>

#include "catch.hpp"
#include "temporary_folder.hpp"

using heddle::base::read_file;
using heddle::base::write_file;
namespace fs = std::filesystem;

TEST_CASE("a file comes back as it was written") {
    const TemporaryFolder folder;
    const fs::path path = folder.path() / "new" / "file";
    REQUIRE(write_file(path, std::string_view("a\0b\r\n", 5)));
    CHECK(read_file(path).value() == std::string("a\0b\r\n", 5));
}

TEST_CASE("writing leaves no temporary file behind") {
    const TemporaryFolder folder;
    REQUIRE(write_file(folder.path() / "file", "one"));
    REQUIRE(write_file(folder.path() / "file", "two"));
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
    CHECK(read_file(folder.path() / "file").value() == "two");
}

TEST_CASE("a failed write says why, keeps the old file and leaves nothing") {
    const TemporaryFolder folder;
    fs::create_directories(folder.path() / "taken" / "inside");
    const auto result = write_file(folder.path() / "taken", "text");
    REQUIRE_FALSE(result);
    CHECK(result.error().where == (folder.path() / "taken").string());
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("writing where nothing can be written says what to do") {
    const auto result = write_file("/proc/self/heddle", "text");
    REQUIRE_FALSE(result);
    CHECK_FALSE(result.error().hint.empty());
}

TEST_CASE("what is not a readable file of a sensible size is an error") {
    const TemporaryFolder folder;
    CHECK_FALSE(read_file(folder.path() / "missing"));
    CHECK(read_file(folder.path()).error().what == "not a file");

    REQUIRE(::mkfifo((folder.path() / "fifo").c_str(), 0600) == 0);
    CHECK(read_file(folder.path() / "fifo").error().what == "not a file");

    REQUIRE(write_file(folder.path() / "big", std::string(3U << 20U, 'x')));
    CHECK(read_file(folder.path() / "big", 2U << 20U).error().what == "larger than 2 MB");
}
