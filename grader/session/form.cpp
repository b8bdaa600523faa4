#include "session/form.hpp"

#include <cctype>
#include <string_view>

#include "base/file.hpp"
#include "base/hash.hpp"

namespace heddle::session {
namespace {

constexpr std::size_t digits = 16;

// The code without its comments and blanks.
std::string code_alone(std::string_view text) {
    std::string code;
    bool is_comment = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with("//")) is_comment = true;
        if (text[i] == '\n') is_comment = false;
        if (!is_comment && std::isspace(static_cast<unsigned char>(text[i])) == 0) code += text[i];
    }
    return code;
}

}  // namespace

base::Expected<std::string> form_of(const catalogue::Exercise& exercise) {
    base::Hasher hasher;
    hasher.add("heddle.form/1");
    for (const std::string& file : exercise.files)
        hasher.add(file);
    std::vector<std::string> given = exercise.contract;
    given.insert(given.end(), {"port.hpp", "port.cpp"});
    for (const std::string& file : given) {
        const auto content = base::read_file(exercise.folder / file);
        if (!content) return base::fail(content.error());
        hasher.add(file).add(code_alone(*content));
    }
    return hasher.hex().substr(0, digits);
}

}  // namespace heddle::session
