#include "heddle/thread.hpp"

void work();

void run() {
    auto thread = heddle::make_thread(work);
    thread.start();
    thread.join();
}
