// SHA-256 over a list of parts, for cache keys and for printing a secret seed without telling it.
// One hasher belongs to one thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace heddle::base {

class Hasher {
  public:
    Hasher();
    ~Hasher();
    Hasher(const Hasher&) = delete;
    Hasher& operator=(const Hasher&) = delete;

    // Each part goes in with its length, so that {"ab", "c"} differs from {"a", "bc"}.
    Hasher& add(std::string_view part);

    // 64 hexadecimal digits. The hasher then starts anew.
    std::string hex();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// SHA-256 of the bytes alone in Base64, as a Content-Security-Policy names a script.
std::string sha256_base64(std::string_view bytes);

}  // namespace heddle::base
