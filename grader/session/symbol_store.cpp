#include "session/symbol_store.hpp"

namespace heddle::session {

base::Expected<explore::Symbols*> SymbolStore::of(const std::filesystem::path& binary,
                                                  const std::vector<std::string>& files) {
    if (const auto known = opened_.find(binary); known != opened_.end()) return &known->second;
    auto symbols = explore::Symbols::open(binary, files);
    if (!symbols) return base::fail(symbols.error());
    return &opened_.emplace(binary, std::move(*symbols)).first->second;
}

}  // namespace heddle::session
