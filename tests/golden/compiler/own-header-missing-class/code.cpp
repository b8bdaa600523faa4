void CountdownThread::run() {}

void countdown() {
    CountdownThread thread;
}
