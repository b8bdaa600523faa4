#include <atomic>
#include <string>

std::atomic<std::string> last_name;

void remember(const std::string& name) { last_name = name; }
