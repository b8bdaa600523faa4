// The debug information of the programs that are looked at, each opened once. Belongs to one
// thread.
#pragma once

#include <map>

#include "explore/symbols.hpp"

namespace heddle::session {

class SymbolStore {
  public:
    // Those of `binary`, which must not change meanwhile; the pointer lives as long as the store.
    base::Expected<explore::Symbols*> of(const std::filesystem::path& binary,
                                         const std::vector<std::string>& files);

  private:
    std::map<std::filesystem::path, explore::Symbols> opened_;
};

}  // namespace heddle::session
