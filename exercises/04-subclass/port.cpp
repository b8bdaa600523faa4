#include "port.hpp"

#include <type_traits>

#include "countdown.hpp"

namespace heddle::port {
namespace {

template <class Countdown>
std::unique_ptr<Thread> make(int count, Sink& sink) {
    if constexpr (std::is_final_v<Countdown>) {
        return std::make_unique<Countdown>(count, sink);
    } else {
        return make_thread<Countdown>(count, sink);
    }
}

}  // namespace

void countdown_both(Sink& sink) {
    ::countdown_both(sink);
}

std::unique_ptr<Thread> make_countdown(int count, Sink& sink) {
    return make<CountdownThread>(count, sink);
}

}  // namespace heddle::port
