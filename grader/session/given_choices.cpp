#include "session/given_choices.hpp"

#include <cctype>
#include <nlohmann/json.hpp>

#include "base/file.hpp"

namespace heddle::session {
namespace {

base::Error not_choices(const std::string& text) {
    return {
        "these are no choices: " + text.substr(0, 40), "--replay",
        "They begin with \"hunt:\", \"tsan:\" or \"asan:\"; --json writes them under \"choices\"."};
}

// What --json wrote, or the choices alone.
std::string choices_in(std::string content) {
    const auto document = nlohmann::json::parse(content, nullptr, false);
    if (document.is_object()) {
        const auto choices = document.value("/choices"_json_pointer, nlohmann::json());
        return choices.is_string() ? choices.get<std::string>() : "";
    }
    while (!content.empty() && std::isspace(static_cast<unsigned char>(content.back())) != 0)
        content.pop_back();
    return content;
}

}  // namespace

base::Expected<explore::Replayable> schedule_in(const std::string& text) {
    if (const auto schedule = explore::replayable_from(text)) return *schedule;
    const auto content = base::read_file(text);
    const auto schedule = explore::replayable_from(content ? choices_in(*content) : "");
    if (!schedule) return base::fail(not_choices(text));
    return *schedule;
}

base::Error of_other_code() {
    return {"these choices don't fit the program", "--replay",
            "They are of other code, of other arguments or of another version of Heddle."};
}

}  // namespace heddle::session
