#include "base/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <random>
#include <system_error>

namespace heddle::base {
namespace {

namespace fs = std::filesystem;

// A file descriptor that closes itself.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int number() const { return number_; }

  private:
    int number_;
};

tl::unexpected<Error> system_failure(std::string_view doing, const fs::path& path,
                                     std::string hint) {
    return fail(
        {fmt::format("{}: {}", doing, system_message(errno)), path.string(), std::move(hint)});
}

std::string hint_for_writing() {
    return errno == ENOSPC ? "Free some space on this disk, then try again."
                           : "Check that you may write in this folder.";
}

bool write_all(int descriptor, std::string_view content) {
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

Expected<void> write_temporary(const fs::path& path, std::string_view content) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (file.number() < 0) return system_failure("can't write", path, hint_for_writing());
    if (!write_all(file.number(), content))
        return system_failure("can't write", path, hint_for_writing());
    return {};
}

}  // namespace

Expected<std::string> read_file(const fs::path& path, std::size_t limit_bytes) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.number() < 0) return system_failure("can't read", path, "Check that the file exists.");

    struct stat status {};
    if (::fstat(file.number(), &status) != 0) return system_failure("can't read", path, "");
    if (!S_ISREG(status.st_mode))
        return fail({"not a file", path.string(), "Put an ordinary file there."});
    if (static_cast<std::size_t>(status.st_size) > limit_bytes)
        return fail({fmt::format("larger than {} MB", limit_bytes >> 20U), path.string(),
                     "Make the file smaller."});

    std::string content(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t filled = 0;
    while (filled < content.size()) {
        const ssize_t got = ::read(file.number(), content.data() + filled, content.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return system_failure("can't read", path, "");
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    content.resize(filled);
    return content;
}

Expected<void> write_file(const fs::path& path, std::string_view content) {
    std::error_code ignored;  // a folder that can't be made shows when the file is opened
    fs::create_directories(path.parent_path(), ignored);

    const fs::path temporary = fmt::format("{}.{:08x}.tmp", path.string(), std::random_device{}());
    Expected<void> result = write_temporary(temporary, content);
    if (result && ::rename(temporary.c_str(), path.c_str()) != 0)
        result = system_failure("can't replace", path, hint_for_writing());
    if (!result) ::unlink(temporary.c_str());
    return result;
}

}  // namespace heddle::base
