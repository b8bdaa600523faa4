#include "base/hash.hpp"

#include <fmt/format.h>
#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace heddle::base {

struct Hasher::State {
    sha256_ctx context;
};

Hasher::Hasher() : state_(std::make_unique<State>()) {
    sha256_init(&state_->context);
}
Hasher::~Hasher() = default;

Hasher& Hasher::add(std::string_view part) {
    const std::string length = fmt::format("{}:", part.size());
    for (const std::string_view bytes : {std::string_view(length), part})
        sha256_update(&state_->context, bytes.size(),
                      reinterpret_cast<const std::uint8_t*>(bytes.data()));
    return *this;
}

std::string Hasher::hex() {
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&state_->context, digest.size(), digest.data());
    std::string text;
    for (const std::uint8_t byte : digest)
        text += fmt::format("{:02x}", byte);
    return text;
}

}  // namespace heddle::base
