#include "session/sources.hpp"

#include <sstream>

#include "base/file.hpp"

namespace heddle::session {

explore::Sources read_sources(const build::Staged& staged) {
    explore::Sources sources;
    for (const std::string& file : staged.files) {
        const auto text = base::read_file(staged.folder / file);
        if (!text) continue;
        std::istringstream lines(*text);
        for (std::string line; std::getline(lines, line);)
            sources[file].push_back(line);
    }
    return sources;
}

}  // namespace heddle::session
