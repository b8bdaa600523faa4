#include "base/hash.hpp"

#include <fmt/format.h>
#include <nettle/base64.h>
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

std::string sha256_base64(std::string_view bytes) {
    sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&context, digest.size(), digest.data());
    std::string text(BASE64_ENCODE_RAW_LENGTH(SHA256_DIGEST_SIZE), '\0');
    base64_encode_raw(text.data(), digest.size(), digest.data());
    return text;
}

}  // namespace heddle::base
