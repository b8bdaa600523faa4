// Preparations for thread control, before any thread exists.
#pragma once

namespace heddle::runtime {

void prepare_threads();

}  // namespace heddle::runtime
