// Objects of files that were compiled before, found again by everything that went into them.
// Several processes may share a store; safe from any thread. Nothing here fails: what can't be kept
// is compiled.
#pragma once

#include <filesystem>
#include <string>

namespace heddle::build {

class ObjectStore {
  public:
    // Keeps nothing and finds nothing.
    ObjectStore() = default;

    // `toolchain` names what compiled and what was given: the keys of another one never meet.
    ObjectStore(std::filesystem::path folder, std::string toolchain);

    const std::string& toolchain() const { return toolchain_; }

    // Puts the object kept under `key` at `object`; false when there is none.
    bool fetch(const std::string& key, const std::filesystem::path& object) const;

    // Keeps the object, which nobody may change afterwards. The store holds on to the newest few
    // hundred.
    void keep(const std::string& key, const std::filesystem::path& object) const;

  private:
    void forget_oldest() const;

    std::filesystem::path folder_;  // "" for none
    std::string toolchain_;
};

}  // namespace heddle::build
