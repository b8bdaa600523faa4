#include "session/seed.hpp"

#include "base/hash.hpp"

namespace heddle::session {

Seed::Seed(std::string_view salt, std::optional<std::uint64_t> given)
    : secret_(given ? "seed " + std::to_string(*given) : "salt " + std::string(salt)) {}

std::uint64_t Seed::of(std::string_view exercise, std::string_view case_name) const {
    const std::string digest = base::Hasher().add(secret_).add(exercise).add(case_name).hex();
    return std::stoull(digest.substr(0, 16), nullptr, 16);
}

std::string Seed::print() const {
    return base::Hasher().add("seed").add(secret_).hex().substr(0, 16);
}

}  // namespace heddle::session
