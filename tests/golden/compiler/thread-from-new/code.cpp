#include "heddle/thread.hpp"

void work();

void run() {
    heddle::Thread thread = new heddle::Thread(work);
    thread.start();
}
