#include "report/code.hpp"

#include <algorithm>

namespace heddle::report {

std::string code_at(const Sources& sources, const model::SourceLine& where) {
    const auto file = sources.find(where.file);
    const auto index = static_cast<std::size_t>(where.line) - 1;
    if (file == sources.end() || index >= file->second.size()) return "";
    const std::string& line = file->second[index];
    return line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
}

}  // namespace heddle::report
