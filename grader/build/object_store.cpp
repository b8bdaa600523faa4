#include "build/object_store.hpp"

#include <algorithm>
#include <system_error>
#include <vector>

namespace heddle::build {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_kept = 400;  // of half a megabyte each, more or less
constexpr std::size_t kept_of_these = 300;

// One file under two names where the file system can, for no copying.
bool link_or_copy(const fs::path& from, const fs::path& to) {
    std::error_code failure;
    fs::create_hard_link(from, to, failure);
    if (!failure) return true;
    fs::copy_file(from, to, failure);
    return !failure;
}

}  // namespace

ObjectStore::ObjectStore(fs::path folder, std::string toolchain)
    : folder_(std::move(folder)), toolchain_(std::move(toolchain)) {
    std::error_code ignored;
    fs::create_directories(folder_, ignored);
}

bool ObjectStore::fetch(const std::string& key, const fs::path& object) const {
    if (folder_.empty()) return false;
    std::error_code ignored;
    fs::remove(object, ignored);
    if (!link_or_copy(folder_ / key, object)) return false;
    fs::last_write_time(object, fs::file_time_type::clock::now(), ignored);
    return true;
}

void ObjectStore::keep(const std::string& key, const fs::path& object) const {
    if (folder_.empty()) return;
    if (link_or_copy(object, folder_ / key)) forget_oldest();
}

void ObjectStore::forget_oldest() const {
    std::vector<std::pair<fs::file_time_type, fs::path>> kept;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder_, ignored))
        kept.emplace_back(entry.last_write_time(ignored), entry.path());
    if (kept.size() <= most_kept) return;
    std::sort(kept.begin(), kept.end());
    kept.resize(kept.size() - kept_of_these);
    for (const auto& [time, path] : kept)
        fs::remove(path, ignored);
}

}  // namespace heddle::build
