#include "base/hash.hpp"

#include "catch.hpp"

using heddle::base::Hasher;

TEST_CASE("a hash is SHA-256 of the parts with their lengths") {
    // printf '3:abc' | sha256sum
    CHECK(Hasher().add("abc").hex() ==
          "aab5f9ae99b2e38fb462025c8f72f570c9c811705d2a4277dc855d7fa293fe97");
}

TEST_CASE("where one part ends and the next begins matters") {
    CHECK(Hasher().add("ab").add("c").hex() != Hasher().add("a").add("bc").hex());
    CHECK(Hasher().add("abc").add("").hex() != Hasher().add("abc").hex());
}

TEST_CASE("a hasher starts anew after its digest") {
    Hasher hasher;
    const std::string first = hasher.add("x").hex();
    CHECK(hasher.add("x").hex() == first);
}

// As `printf abc | openssl dgst -sha256 -binary | base64` says.
TEST_CASE("a browser's hash of a script is that of its bytes alone, in Base64") {
    CHECK(heddle::base::sha256_base64("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}
