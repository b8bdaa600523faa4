#include "port.hpp"

namespace heddle::port {

Waited start_and_wait(std::span<const std::unique_ptr<Thread>> threads, Ticks budget) {
    return ::start_and_wait(threads, budget);
}

}  // namespace heddle::port
