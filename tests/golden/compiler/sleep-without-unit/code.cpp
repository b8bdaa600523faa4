#include <chrono>
#include <thread>

void rest() { std::this_thread::sleep_for(5); }
