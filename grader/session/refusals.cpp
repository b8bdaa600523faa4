#include "session/refusals.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace heddle::session {

base::Error does_not_compile(const std::string& exercise,
                             const std::optional<std::filesystem::path>& submission,
                             const std::string& verb) {
    std::string command = "./heddle check " + exercise;
    if (submission) command += " --submission " + base::shell_word(submission->string());
    return {fmt::format("the files don't compile, so there is nothing to {}", verb), "",
            fmt::format("For the compiler's message: {}", command)};
}

base::Error no_such_case(const std::string& name, const std::vector<std::string>& cases) {
    const std::string what = fmt::format("no case is called \"{}\"", name);
    if (const auto near = base::nearest(name, cases))
        return {what, "", listed("Did you mean this one?", {*near})};
    return {what, "", listed("The cases are:", cases)};
}

std::string listed(const std::string& heading, const std::vector<std::string>& cases) {
    std::string text = heading;
    for (const std::string& name : cases)
        text.append("\n").append(base::shell_word(name));
    return text;
}

}  // namespace heddle::session
