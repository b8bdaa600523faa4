#include "countdown.hpp"

CountdownThread::CountdownThread(int count, heddle::Sink& sink) {
    heddle::todo("the constructor of CountdownThread");  // TODO(student)
}

void CountdownThread::run() {
    heddle::todo("CountdownThread::run");  // TODO(student)
}

void countdown_both(heddle::Sink& sink) {
    heddle::todo("countdown_both");  // TODO(student)
}
