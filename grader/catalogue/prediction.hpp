// What a student's diagnosis.toml says of a program before it is changed: where its time goes,
// which line of the profile shows it, and what a cure would gain. What is read consists of words
// from the published lists and of a number: no text of the student's ever becomes part of a
// program.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace heddle::catalogue {

inline constexpr std::string_view prediction_file = "diagnosis.toml";

struct Prediction {
    std::string bottleneck;  // "io", "lock", …; "" where nothing has been written yet
    std::string counter;     // "io wait", …: a line of the profile, one that can show it
    double gain = 0;         // how many times faster; above 0 where something has been written

    bool is_blank() const { return bottleneck.empty(); }
};

// The words that `bottleneck` and `counter` may be.
std::vector<std::string> bottleneck_words();
std::vector<std::string> counter_words();

// Reads the text of a diagnosis.toml. The Error names line and column and what was expected: for
// TOML that isn't, missing and unknown keys, other words, numbers that can't be meant, a part that
// is still empty when others are not, and a counter that can't show the bottleneck.
base::Expected<Prediction> read_prediction(std::string_view text);

}  // namespace heddle::catalogue
