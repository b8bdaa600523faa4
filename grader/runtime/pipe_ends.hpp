// Why a pipe doesn't end: at a standstill, who still has its other end open.
#pragma once

namespace heddle::runtime {

// Adds that to the blocked threads in the record.
void note_open_ends();

}  // namespace heddle::runtime
