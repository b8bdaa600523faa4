// Editions: copies of the course for others. Who one is for, and which files go into it
// (editions/editions.toml).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace heddle::catalogue {

enum class Audience { self_learner, students };

// "self" and "class", as a person types them and as folders are called.
std::string name(Audience audience);
std::optional<Audience> audience_named(std::string_view word);

// Names of files relative to the course's root. `*` stands for any part of a name, "NN-slug" for
// each exercise. An Error where editions.toml can't be meant.
base::Expected<std::vector<std::string>> edition_patterns(const std::filesystem::path& root,
                                                          Audience audience);

}  // namespace heddle::catalogue
