#include "report/markup.hpp"

#include "report/text.hpp"

namespace heddle::report {

std::string as_markup(std::string_view text) {
    std::string result;
    for (const char byte : printable(text, Charset::utf8)) {
        switch (byte) {
            case '&': result += "&amp;"; break;
            case '<': result += "&lt;"; break;
            case '>': result += "&gt;"; break;
            case '"': result += "&quot;"; break;
            case '#': result += result.ends_with('#') ? "&#35;" : "#"; break;  // ##[error]
            default: result += byte;
        }
    }
    return result;
}

}  // namespace heddle::report
