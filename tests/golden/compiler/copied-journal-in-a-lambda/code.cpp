#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

void write(heddle::Journal& journal) {
    heddle::Thread thread([journal] { journal.append("done"); });
    thread.start();
    thread.join();
}
