#include "explore/thread_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace heddle::explore {
namespace {

std::string usual_name(std::size_t thread) {
    return thread == 0 ? "main" : fmt::format("thread {}", thread);
}

// A line break in it would end a message, and blanks would say nothing.
std::string given_name(const char* text) {
    std::string name = text;
    const auto is_control = [](unsigned char c) { return c < ' ' || c == 0x7f; };
    std::ranges::replace_if(name, is_control, '?');
    return name.find_first_not_of(' ') == name.npos ? "" : name;
}

}  // namespace

std::vector<std::string> thread_names(const scheduler::Record& record) {
    std::vector<std::string> names;
    std::map<std::string, int> times;
    for (std::size_t i = 0; i < record.thread_count; ++i) {
        const std::string given = given_name(record.thread_names[i].data());
        names.push_back(given.empty() ? usual_name(i) : given);
        ++times[names.back()];
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool is_alone = times[names[i]] == 1;
        if (!is_alone && names[i] != usual_name(i)) names[i] += fmt::format(" #{}", i);
    }
    return names;
}

}  // namespace heddle::explore
