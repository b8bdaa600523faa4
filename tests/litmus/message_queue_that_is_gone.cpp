// unsupported: msgsnd
#include <sys/ipc.h>
#include <sys/msg.h>

#include "litmus.hpp"

// Gone, so that nothing is left behind in the system; the call is refused by its name alone.
TEST_CASE("message queue that is gone") {
    const int queue = msgget(IPC_PRIVATE, 0600);
    msgctl(queue, IPC_RMID, nullptr);
    struct {
        long type = 1;
        char text[8] = {};
    } message;
    msgsnd(queue, &message, sizeof message.text, 0);
}
