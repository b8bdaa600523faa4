#include "process/command.hpp"

#include <cstdlib>

namespace heddle::process {

std::vector<std::string> plain_environment() {
    std::vector<std::string> environment = {"LC_ALL=C"};
    for (const char* name : {"PATH", "HOME", "TMPDIR"})
        if (const char* value = std::getenv(name))
            environment.push_back(std::string(name) + "=" + value);
    return environment;
}

}  // namespace heddle::process
