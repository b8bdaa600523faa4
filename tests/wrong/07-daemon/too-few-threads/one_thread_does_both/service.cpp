#include "service.hpp"

static void write_and_beat(heddle::Journal& journal) {
    beat();
    while (auto record = next_record()) {
        beat();
        journal.append(*record);
    }
}

int service_main(heddle::Journal& journal) {
    heddle::Thread thread(write_and_beat, std::ref(journal));
    thread.start();
    thread.join();
    return 0;
}
