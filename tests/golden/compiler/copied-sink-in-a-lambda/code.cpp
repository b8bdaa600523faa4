#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

void countdown(int count, heddle::Sink& sink);

std::unique_ptr<heddle::Thread> launch(int count, heddle::Sink& sink) {
    auto thread = heddle::make_thread([count, sink] { countdown(count, sink); });
    thread->start();
    return thread;
}
