#include "catalogue/prediction.hpp"

#include <string>

#include "catch.hpp"

using heddle::catalogue::Prediction;
using heddle::catalogue::read_prediction;

namespace {

std::string toml(const std::string& bottleneck, const std::string& counter,
                 const std::string& gain) {
    return "bottleneck = " + bottleneck + "\ncounter = " + counter + "\ngain = " + gain + "\n";
}

heddle::base::Error error_of(const std::string& text) {
    const auto read = read_prediction(text);
    REQUIRE(!read.has_value());
    return read.error();
}

}  // namespace

TEST_CASE("a prediction is read whole, in any order and with comments") {
    const auto read =
        read_prediction("gain = 3.33 # nearly\ncounter = 'in flight'\nbottleneck = \"io\"");
    REQUIRE(read.has_value());
    CHECK(read->bottleneck == "io");
    CHECK(read->counter == "in flight");
    CHECK(read->gain == 3.33);
    CHECK(!read->is_blank());
    CHECK(read_prediction(toml("\"io\"", "\"io wait\"", "4"))->gain == 4);
}

TEST_CASE("a file as it was given is blank, and no mistake") {
    CHECK(read_prediction(toml("\"\"", "\"\"", "0")).value().is_blank());
}

TEST_CASE("text that isn't TOML is refused with line and column") {
    CHECK(error_of("It waits.\n").where == "diagnosis.toml:1:4");
    CHECK(error_of("bottleneck = \"\xff\"\n").where.starts_with("diagnosis.toml:1:"));
    CHECK(error_of(toml("\"io\"", "\"io wait\"", "3,3")).where.starts_with("diagnosis.toml:3:"));
}

TEST_CASE("a word without quotes and a comma in a number are corrected") {
    CHECK(error_of(toml("io", "\"io wait\"", "3")).hint ==
          "Put words in quotes: bottleneck = \"io\"");
    CHECK(error_of(toml("\"io\"", "io wait  # so it says", "3")).hint ==
          "Put words in quotes: counter = \"io wait\"");
    CHECK(error_of(toml("\"io\"", "\"io wait\"", "3,3")).hint ==
          "Write a fraction with a point: gain = 3.3");
    for (const char* value : {"3,", ",3", "3,3,3", "True"})
        CHECK(error_of(toml("\"io\"", "\"io wait\"", value)).hint.starts_with("Correct this line"));
    CHECK(error_of("It waits.\n").hint.starts_with("Correct this line"));
}

TEST_CASE("an empty file lacks its first answer") {
    CHECK(error_of("").what == "'bottleneck' is missing");
    CHECK(error_of("\n\n").hint == "Add 'bottleneck = …'.");
}

TEST_CASE("a missing and an unknown key are named") {
    CHECK(error_of("bottleneck = \"io\"\ngain = 2\n").what == "'counter' is missing");
    const auto error = error_of(toml("\"io\"", "\"io wait\"", "2") + "reason = \"\"\n");
    CHECK(error.what == "unknown key 'reason'");
    CHECK(error.where == "diagnosis.toml:4:1");
}

TEST_CASE("a word of one's own gets the list of words") {
    const auto error = error_of(toml("\"network\"", "\"io wait\"", "2"));
    CHECK(error.where == "diagnosis.toml:1:14");
    CHECK(error.hint.find("\"cpu\", \"io\", \"lock\"") != std::string::npos);
    CHECK(error_of(toml("\"io\"", "\"time\"", "2")).hint.find("\"io wait\"") != std::string::npos);
}

TEST_CASE("a value of another type is refused") {
    CHECK(error_of(toml("\"io\"", "\"io wait\"", "\"2\"")).what ==
          "'gain' must be a number, not text");
    CHECK(error_of(toml("3", "\"io wait\"", "2")).what.find("must be text in quotes") !=
          std::string::npos);
}

TEST_CASE("a gain that can't be meant is refused") {
    for (const char* gain : {"-2", "nan", "inf", "-inf", "1e9"}) {
        const auto error = error_of(toml("\"io\"", "\"io wait\"", gain));
        CHECK(error.where == "diagnosis.toml:3:8");
        CHECK(error.hint == "Choose a number from 0 to 1000.");
    }
}

TEST_CASE("a part that is still empty when others are not is named") {
    CHECK(error_of(toml("\"io\"", "\"\"", "2")).what == "'counter' is still empty");
    CHECK(error_of(toml("\"\"", "\"io wait\"", "2")).what == "'bottleneck' is still empty");
    CHECK(error_of(toml("\"io\"", "\"io wait\"", "0")).what == "'gain' is still 0");
}

TEST_CASE("a counter that can't show the bottleneck contradicts it") {
    const auto error = error_of(toml("\"io\"", "\"lock wait\"", "2"));
    CHECK(error.what.find("contradict each other") != std::string::npos);
    CHECK(error.where == "diagnosis.toml:2:11");
    CHECK(error_of(toml("\"cpu\"", "\"sleep\"", "2")).what.find("contradict") != std::string::npos);
}

TEST_CASE("no text of the student's becomes a value") {
    const std::string code = R"("io\"; #include </etc/passwd>\nint main() {}")";
    const auto error = error_of(toml(code, "\"io wait\"", "2"));
    CHECK(error.what == "'bottleneck' is none of the words that it may be");
    CHECK(error.hint.find("include") == std::string::npos);
}
