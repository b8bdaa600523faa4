#include "catalogue/edition.hpp"

#include "catalogue/table_reader.hpp"

namespace heddle::catalogue {

std::string name(Audience audience) {
    return audience == Audience::self_learner ? "self" : "class";
}

std::optional<Audience> audience_named(std::string_view word) {
    for (const Audience audience : {Audience::self_learner, Audience::students})
        if (word == name(audience)) return audience;
    return std::nullopt;
}

base::Expected<std::vector<std::string>> edition_patterns(const std::filesystem::path& root,
                                                          Audience audience) {
    const std::filesystem::path file = root / "editions" / "editions.toml";
    const auto table = parse_toml(file);
    if (!table) return tl::unexpected(table.error());

    TableReader reader(*table, file);
    std::vector<std::string> patterns = reader.texts("every");
    for (const Audience each : {Audience::self_learner, Audience::students}) {
        const std::vector<std::string> own = reader.texts(name(each));
        if (each == audience) patterns.insert(patterns.end(), own.begin(), own.end());
    }
    if (auto mistake = reader.finish()) return base::fail(*std::move(mistake));
    return patterns;
}

}  // namespace heddle::catalogue
