#include "session/specimen.hpp"

#include "catch.hpp"
#include "session/small_course.hpp"

using namespace heddle;
using session::Extent;
using session::Specimen;

namespace {

// A course whose first exercise has four right programs, and three wrong ones of two diagnoses.
std::vector<std::string> labels_of(Extent extent, Specimen::Kind kind) {
    const SmallCourse course;
    const std::string name = "10-lost-update";
    for (const char* style : {"a", "b", "c", "d"})
        course.write("tests/right/" + name + "/" + style + "/x.cpp", "");
    for (const char* mistake : {"deadlock/late", "deadlock/early", "split-rmw/any"})
        course.write("tests/wrong/" + name + "/" + mistake + "/x.cpp", "");
    const session::Course opened = course.open();
    std::vector<std::string> labels;
    for (const Specimen& one : specimens_of(opened, opened.catalogue.find(name).value(), extent))
        if (one.kind == kind) labels.push_back(one.label);
    return labels;
}

}  // namespace

TEST_CASE("all right and wrong programs are specimens, by path") {
    CHECK(labels_of(Extent::all, Specimen::Kind::right) ==
          std::vector<std::string>{"right/a", "right/b", "right/c", "right/d"});
    CHECK(labels_of(Extent::all, Specimen::Kind::wrong) ==
          std::vector<std::string>{"wrong/deadlock/early", "wrong/deadlock/late",
                                   "wrong/split-rmw/any"});
}

TEST_CASE("a sample has three right programs and one wrong one of each diagnosis") {
    CHECK(labels_of(Extent::sample, Specimen::Kind::right) ==
          std::vector<std::string>{"right/a", "right/b", "right/c"});
    CHECK(labels_of(Extent::sample, Specimen::Kind::wrong) ==
          std::vector<std::string>{"wrong/deadlock/early", "wrong/split-rmw/any"});
    CHECK(labels_of(Extent::sample, Specimen::Kind::skeleton).size() == 1);
}

TEST_CASE(
    "of several exercises' samples each has its right ones and a fair part of the wrong ones") {
    const auto wrong = [](const char* diagnosis) {
        return Specimen{Specimen::Kind::wrong, "", "", diagnosis};
    };
    const Specimen right = {Specimen::Kind::right, "", "", ""};
    std::vector<std::vector<Specimen>> samples = {{right, wrong("deadlock"), wrong("race")},
                                                  {right, right, wrong("race")}};
    session::keep_each_diagnosis_once(samples);
    REQUIRE(samples[0].size() == 2);
    CHECK(samples[0].back().diagnosis == "deadlock");
    REQUIRE(samples[1].size() == 3);
    CHECK(samples[1].back().diagnosis == "race");
}
