// One schedule as a page for a browser: the picture of every step, and a player that shows them one
// at a time. The page is one file that fetches nothing, works without its script, prints, and runs
// no script but ours whatever a student's text holds. The same schedule gives the same bytes. Pure.
#pragma once

#include <string>

#include "session/answers.hpp"

namespace heddle::report {

std::string player_page(const session::Replay& replay);

// Where nothing was found, or the program doesn't compile, the page says that and has no player.
std::string player_page(const session::Exploration& exploration);

}  // namespace heddle::report
