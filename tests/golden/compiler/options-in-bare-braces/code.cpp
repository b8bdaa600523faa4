#include "heddle/thread.hpp"

void tick() {}

void begin() {
    auto clock = heddle::make_thread({.daemon = true}, tick);
    clock->start();
    clock->join();
}
