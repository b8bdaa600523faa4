#include "service.hpp"

namespace {

void keep_beating() {
    while (true) {
        beat();
        heddle::sleep(heddle::Ticks(1000));
    }
}

}  // namespace

int service_main(heddle::Journal& journal) {
    using heddle::ThreadOptions;
    auto heartbeat = heddle::make_thread(ThreadOptions{.daemon = true}, keep_beating);
    auto writer = heddle::make_thread([&journal] {
        for (auto record = next_record(); record; record = next_record())
            journal.append(*record);
    });
    writer->start();
    heartbeat->start();
    return 0;
}
