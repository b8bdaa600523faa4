// Which part of the house may include which, and how to read what one does include.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

struct Include {
    std::filesystem::path file;  // relative to the root of the course
    int line = 0;
    std::string folder;  // "model" for #include "model/outcome.hpp"; "" for a file beside it
};

// All quoted includes of the .hpp and .cpp files below `root`/`part`.
std::vector<Include> includes_below(const std::filesystem::path& root,
                                    const std::filesystem::path& part);

// The folders that a folder of grader/ may include, itself among them; empty for an unknown folder.
std::set<std::string> allowed_from(const std::string& folder);
