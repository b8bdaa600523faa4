#include "expectation.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <regex>
#include <utility>

namespace heddle::litmus {
namespace {

using scheduler::Ending;

constexpr std::array names = {
    std::pair{Ending::completed, "completed"},
    std::pair{Ending::failed_assertion, "failed assertion"},
    std::pair{Ending::deadlock, "deadlock"},
    std::pair{Ending::livelock, "livelock"},
    std::pair{Ending::thread_leak, "thread leak"},
    std::pair{Ending::crashed, "crashed"},
    std::pair{Ending::terminated, "terminated"},
    std::pair{Ending::exited, "exited"},
    std::pair{Ending::data_race, "data race"},
    std::pair{Ending::unsupported, "unsupported"},
    std::pair{Ending::step_limit, "step limit"},
    std::pair{Ending::cpu_limit, "cpu limit"},
    std::pair{Ending::memory_limit, "memory limit"},
};

bool is_ending(const std::string& text) {
    const std::string name = text.substr(0, text.find(':'));
    const bool has_message = name != text;
    return has_message == (name == "unsupported") &&
           std::any_of(names.begin(), names.end(), [&](auto each) { return each.second == name; });
}

}  // namespace

base::Expected<Expectation> read_expectation(const std::filesystem::path& source) {
    static const std::regex first_line("// (.+?)(?: within ([1-9][0-9]{0,2})|( seldom))?");
    static const std::regex second_line("// tsan: (.+)");
    std::ifstream file(source);
    std::string first;
    std::string second;
    std::getline(file, first);
    std::getline(file, second);

    Expectation expectation;
    std::smatch match;
    bool is_right = std::regex_match(first, match, first_line);
    if (is_right) {
        expectation.ending = match[1];
        if (match[2].matched) expectation.within = std::stoi(match[2]);
        expectation.is_seldom = match[3].matched;
        is_right = is_ending(expectation.ending);
    }
    if (second.starts_with("// tsan")) {
        is_right = is_right && std::regex_match(second, match, second_line) && is_ending(match[1]);
        if (is_right) expectation.tsan = match[1];
    }
    const bool never_fails = expectation.is_right() && expectation.is_mistake();
    if (is_right && !never_fails) return expectation;
    return base::fail(
        {"no first lines that say how it ends", source.string(), "see expectation.hpp"});
}

std::string name_of(Ending ending, std::string_view message) {
    for (const auto& [each, name] : names) {
        if (each != ending) continue;
        return each == Ending::unsupported ? std::string(name) + ": " + std::string(message) : name;
    }
    return "ending " + std::to_string(static_cast<int>(ending));
}

}  // namespace heddle::litmus
