#include <chrono>
#include <thread>

#include "service.hpp"

int service_main(heddle::Journal& journal) {
    std::thread heartbeat([] {
        while (true) {
            beat();
            std::this_thread::sleep_for(std::chrono::seconds(1));
        }
    });
    std::thread writer([&journal] {
        while (auto record = next_record())
            journal.append(*record);
    });
    heartbeat.detach();
    writer.detach();
    return 0;
}
