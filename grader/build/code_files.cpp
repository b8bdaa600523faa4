#include "build/code_files.hpp"

#include <algorithm>
#include <initializer_list>

namespace heddle::build {
namespace {

namespace fs = std::filesystem;

bool is_one_of(const fs::path& extension, std::initializer_list<const char*> known) {
    return std::find(known.begin(), known.end(), extension) != known.end();
}

}  // namespace

bool is_c(const fs::path& file) {
    return file.extension() == ".c";
}

bool is_source(const fs::path& file) {
    return is_c(file) || is_one_of(file.extension(), {".cpp", ".cc", ".cxx", ".C"});
}

bool is_header(const fs::path& file) {
    return is_one_of(file.extension(), {".h", ".hpp", ".hh", ".hxx"});
}

bool is_code(const fs::path& file) {
    return is_source(file) || is_header(file);
}

}  // namespace heddle::build
