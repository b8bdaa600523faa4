#include <span>
#include <vector>

std::vector<int> squares(std::span<const int> numbers);
