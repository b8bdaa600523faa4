// What the student predicted of the program, on its way from the grader to the tests that ask for
// it by heddle_hook_prediction.
#pragma once

namespace heddle::harness {

// Takes the prediction out of the environment, before any code of the student's has run.
void take_prediction();

}  // namespace heddle::harness
