#include <chrono>
#include <thread>

void pause() { std::this_thread::sleep_for(5); }
