// Where all chance comes from: the course's salt, the exercise and the case.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace heddle::session {

class Seed {
  public:
    // `given` replaces the salt.
    Seed(std::string_view salt, std::optional<std::uint64_t> given);

    // The number from which a case's schedules are drawn.
    std::uint64_t of(std::string_view exercise, std::string_view case_name) const;

    // 16 hexadecimal digits that name the seed without telling it.
    std::string print() const;

  private:
    std::string secret_;
};

}  // namespace heddle::session
