// What to run, as plain data: an argument list, never a line for a shell.
#pragma once

#include <sys/resource.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace heddle::process {

// Makes our descriptor `ours` known to the child as number `theirs`, which is 3 or more.
struct Handover {
    int ours = -1;
    int theirs = -1;
};

// Caps a resource of the child (setrlimit), such as {RLIMIT_CORE, 0}.
struct Limit {
    __rlimit_resource resource;
    rlim_t value;
};

// Whether the child's addresses are randomised.
enum class AddressLayout { random, fixed };

struct Command {
    std::vector<std::string> argv;         // argv[0] is a path, or a name to look up in PATH
    std::filesystem::path folder = {};     // where to run it; "" is our own folder
    std::vector<std::string> environment;  // "NAME=value", the whole of it
    std::vector<Handover> handovers = {};
    std::vector<Limit> limits = {};
    AddressLayout layout = AddressLayout::random;
    std::optional<int> cpu = std::nullopt;  // pins the child to this processor
};

// PATH, HOME and TMPDIR as they are here, and LC_ALL=C so that messages can be parsed.
std::vector<std::string> plain_environment();

}  // namespace heddle::process
