#include "port.hpp"

#include "first_thread.hpp"

namespace heddle::port {

void countdown_both(Sink& sink) {
    ::countdown_both(sink);
}

}  // namespace heddle::port
