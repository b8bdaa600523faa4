#include "catalogue/edition.hpp"

#include "catalogue/course_file.hpp"
#include "catalogue/course_folder.hpp"
#include "catch.hpp"

using namespace heddle::catalogue;

TEST_CASE("each audience gets what is for everyone, and its own") {
    const CourseFolder folder;
    folder.write("editions/editions.toml",
                 "every = [\"heddle\"]\nself = [\"tests/hidden/*\"]\nclass = []\n");
    CHECK(edition_patterns(folder.path(), Audience::self_learner).value() ==
          std::vector<std::string>{"heddle", "tests/hidden/*"});
    CHECK(edition_patterns(folder.path(), Audience::students).value() ==
          std::vector<std::string>{"heddle"});
}

TEST_CASE("a list of files with a mistake in it hands out nothing") {
    const CourseFolder folder;
    CHECK_FALSE(edition_patterns(folder.path(), Audience::students));
    for (const char* text :
         {"every = [\"heddle\"]\nself = []\n", "every = []\nself = []\nclass = []\nclas = []\n",
          "every = [1]\nself = []\nclass = []\n"}) {
        folder.write("editions/editions.toml", text);
        const auto patterns = edition_patterns(folder.path(), Audience::students);
        REQUIRE_FALSE(patterns);
        CHECK(patterns.error().where.find("editions.toml:") != std::string::npos);
    }
}

TEST_CASE("audiences are called as one types them") {
    CHECK(audience_named("self") == Audience::self_learner);
    CHECK(audience_named("class") == Audience::students);
    CHECK_FALSE(audience_named("everyone"));
}

TEST_CASE("a stamp reads back as it was written") {
    const CourseFolder folder;
    const CourseFile written{"A \"course\"", "s\\alt",
                             Stamp{"class", "0.1.0", {{"10-lost-update", "0123"}, {"11-x", "4"}}}};
    folder.write("course.toml", to_toml(written));
    const CourseFile read = read_course_file(folder.path() / "course.toml").value();
    CHECK(read.title == written.title);
    CHECK(read.salt == written.salt);
    REQUIRE(read.stamp);
    CHECK(read.stamp->audience == "class");
    CHECK(read.stamp->version == "0.1.0");
    CHECK(read.stamp->forms == written.stamp->forms);
}

TEST_CASE("a stamp is read as strictly as the rest") {
    const CourseFolder folder;
    for (const char* edition : {"for = \"class\"\n", "for = \"class\"\nheddle = 1\n",
                                "for = \"class\"\nheddle = \"1\"\nfrom = \"x\"\n",
                                "for = \"class\"\nheddle = \"1\"\n[edition.forms]\n10-x = 1\n"}) {
        folder.write("course.toml",
                     std::string("title = \"t\"\nsalt = \"s\"\n[edition]\n") + edition);
        CHECK_FALSE(read_course_file(folder.path() / "course.toml"));
    }
}
