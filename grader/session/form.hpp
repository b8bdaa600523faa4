// What a submission must fit, in one word: it changes when an exercise asks for other files, or
// calls them in another way, and stays when only words about it change. An edition carries one for
// each exercise, so that a submission written for an older course is not graded by mistake.
#pragma once

#include <string>

#include "base/error.hpp"
#include "catalogue/exercise.hpp"

namespace heddle::session {

// 16 hexadecimal digits. An Error when the exercise's contract or port can't be read.
base::Expected<std::string> form_of(const catalogue::Exercise& exercise);

}  // namespace heddle::session
