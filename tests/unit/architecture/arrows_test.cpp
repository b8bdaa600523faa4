#include <sstream>

#include "architecture/arrows.hpp"
#include "base/file.hpp"
#include "catch.hpp"
#include "temporary_folder.hpp"

namespace {

namespace fs = std::filesystem;
const fs::path course = HEDDLE_COURSE_FOLDER;

std::string place(const Include& include) {
    std::ostringstream text;
    text << include.file.string() << ":" << include.line << " includes \"" << include.folder
         << "/…\"";
    return text.str();
}

std::set<std::string> folders_of_grader() {
    std::set<std::string> folders;
    for (const auto& entry : fs::directory_iterator(course / "grader"))
        if (entry.is_directory()) folders.insert(entry.path().filename());
    return folders;
}

}  // namespace

TEST_CASE("every folder of the grader has its place in the design") {
    for (const std::string& folder : folders_of_grader()) {
        INFO(folder);
        CHECK_FALSE(allowed_from(folder).empty());
    }
}

TEST_CASE("each part of the grader includes only what lies below it") {
    for (const std::string& folder : folders_of_grader()) {
        const auto allowed = allowed_from(folder);
        for (const Include& include : includes_below(course, fs::path("grader") / folder)) {
            INFO(place(include));
            CHECK(allowed.count(include.folder) == 1);
        }
    }
}

TEST_CASE("what students read never includes the grader") {
    const auto grader = folders_of_grader();
    for (const char* part : {"exercises", "solutions", "handouts"}) {
        if (!fs::exists(course / part)) continue;
        for (const Include& include : includes_below(course, part)) {
            INFO(place(include));
            CHECK(grader.count(include.folder) == 0);
        }
    }
}

TEST_CASE("the rules are those of the design") {
    CHECK(allowed_from("base") == std::set<std::string>{"base"});
    CHECK(allowed_from("process") == std::set<std::string>{"process", "model", "base"});
    CHECK(allowed_from("gate").count("build") == 0);
    CHECK(allowed_from("explore").count("scheduler") == 1);
    CHECK(allowed_from("judge").count("scheduler") == 0);
    CHECK(allowed_from("cli").count("base") == 1);
    CHECK(allowed_from("scheduler") == std::set<std::string>{"scheduler"});
    CHECK(allowed_from("harness").count("runtime") == 1);
    CHECK(allowed_from("runtime").count("harness") == 0);
}

TEST_CASE("an include is found however it is written") {
    const TemporaryFolder folder;
    REQUIRE(heddle::base::write_file(folder.path() / "grader" / "base" / "x.cpp",
                                     "#include <vector>\n"
                                     "  #  include   \"cli/run.hpp\"  // why\n"
                                     "#include \"beside.hpp\"\n"
                                     "// #include \"judge/no.hpp\"\n"));
    const auto includes = includes_below(folder.path(), "grader");
    REQUIRE(includes.size() == 2);
    CHECK(includes[0].folder == "cli");
    CHECK(includes[0].line == 2);
    CHECK(includes[1].folder == "");
}
