// Plain reads and writes of instrumented code, in `hunt`.
#pragma once

namespace heddle::runtime {

// A kept write lacks its value until the thread does something else: point() calls this first.
// Nothing happens outside `hunt`.
void settle_write();

}  // namespace heddle::runtime
