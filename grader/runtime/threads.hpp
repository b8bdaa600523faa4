// Preparations for thread control, before any thread exists.
#pragma once

namespace heddle::runtime {

void prepare_threads();
void prepare_mutexes();
void prepare_conditions();

}  // namespace heddle::runtime
