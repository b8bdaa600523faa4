#include "countdown.hpp"

void countdown_both(heddle::Sink& sink) {
    CountdownThread a(10, sink);
    CountdownThread b(20, sink);
}
