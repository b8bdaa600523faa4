#include "harness/prediction.hpp"

#include <array>
#include <cstdlib>
#include <string>

#include "runtime/real.hpp"
#include "scheduler/protocol.hpp"

namespace heddle::harness {
namespace {

struct Prediction {
    bool is_there = false;
    std::string bottleneck;
    std::string counter;
    double gain = 0;
    std::string problem;
};

Prediction prediction;

struct HookPrediction {
    const char* bottleneck;
    const char* counter;
    double gain;
    const char* problem;
};

std::string take_line(std::string& text) {
    const std::size_t end = text.find('\n');
    const std::string line = text.substr(0, end);
    text.erase(0, end == std::string::npos ? end : end + 1);
    return line;
}

}  // namespace

void take_prediction() {
    const char* const given = std::getenv(scheduler::prediction_variable);
    if (given == nullptr) return;
    std::string text = given;
    unsetenv(scheduler::prediction_variable);
    prediction.is_there = true;
    prediction.bottleneck = take_line(text);
    prediction.counter = take_line(text);
    prediction.gain = std::strtod(take_line(text).c_str(), nullptr);
    prediction.problem = take_line(text);
}

}  // namespace heddle::harness

HEDDLE_INTERCEPT int heddle_hook_prediction(heddle::harness::HookPrediction* out) {
    const auto& kept = heddle::harness::prediction;
    if (!kept.is_there) return 0;
    *out = {kept.bottleneck.c_str(), kept.counter.c_str(), kept.gain, kept.problem.c_str()};
    return 1;
}
