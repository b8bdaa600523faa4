// A page of the handouts that a program writes from what it knows: held against the one that is
// there, or written anew.
#pragma once

#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/file.hpp"

enum class Treatment { compare, write };

inline Treatment treatment_from(std::string_view word) {
    return word == "--write" ? Treatment::write : Treatment::compare;
}

// 0: the page is as it should be. 1: it is stale, which `program` says on standard error. 2: it
// couldn't be written.
inline int treat_page(std::string_view program, const std::filesystem::path& path,
                      std::string_view content, Treatment treatment) {
    const auto present = heddle::base::read_file(path);
    if (present && *present == content) return 0;
    const auto name = static_cast<int>(program.size());
    if (treatment == Treatment::compare) {
        std::fprintf(stderr, "%.*s: %s is stale; write it anew with --write\n", name,
                     program.data(), path.c_str());
        return 1;
    }
    const auto written = heddle::base::write_file(path, content);
    if (written) return 0;
    std::fprintf(stderr, "%.*s: %s\n", name, program.data(),
                 heddle::base::to_string(written.error()).c_str());
    return 2;
}
