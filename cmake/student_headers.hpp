// Precompiled for every submission: what concurrent programs include, so that a check compiles in a
// third of the time. A submission that forgets one of these includes compiles all the same.
#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "heddle/lab.hpp"
#include "heddle/thread.hpp"
