#include "architecture/arrows.hpp"

#include <fstream>
#include <regex>

namespace {

namespace fs = std::filesystem;

// From the top down. Those on one line don't see each other.
const std::vector<std::vector<std::string>> layers = {
    {"cli"},
    {"report"},
    {"session"},
    {"judge"},
    {"explore"},
    {"build", "gate"},
    {"process", "catalogue"},
    {"model"},
    {"base"},
};

// What is linked into each test program, and the engine that both sides share. The hooks are the
// exercises' side of the runtime.
const std::vector<std::pair<std::string, std::set<std::string>>> beside = {
    {"scheduler", {"scheduler"}},
    {"runtime", {"runtime", "scheduler", "heddle"}},
    {"harness", {"harness", "runtime", "scheduler", "heddle"}},
};

bool is_source(const fs::path& file) {
    return file.extension() == ".hpp" || file.extension() == ".cpp";
}

}  // namespace

std::vector<Include> includes_below(const fs::path& root, const fs::path& part) {
    static const std::regex form(R"re(^\s*#\s*include\s*"(?:([^"/]*)/)?[^"]*".*)re");
    std::vector<Include> includes;
    for (const auto& entry : fs::recursive_directory_iterator(root / part)) {
        if (!entry.is_regular_file() || !is_source(entry.path())) continue;
        std::ifstream file(entry.path());
        std::string text;
        for (int line = 1; std::getline(file, text); ++line) {
            std::smatch match;
            if (std::regex_match(text, match, form))
                includes.push_back({fs::relative(entry.path(), root), line, match[1]});
        }
    }
    return includes;
}

std::set<std::string> allowed_from(const std::string& folder) {
    for (const auto& [name, allowed] : beside)
        if (name == folder) return allowed;

    std::set<std::string> allowed;
    for (const auto& layer : layers) {
        const bool is_here = std::find(layer.begin(), layer.end(), folder) != layer.end();
        if (is_here) allowed.insert(folder);
        if (!is_here && !allowed.empty()) allowed.insert(layer.begin(), layer.end());
    }
    if (folder == "explore") allowed.insert("scheduler");
    return allowed;
}
