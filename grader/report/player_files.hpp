// player.css and player.js, made part of the program by CMake.
#pragma once

#include <string_view>

namespace heddle::report {

extern const std::string_view player_style;
extern const std::string_view player_script;

}  // namespace heddle::report
