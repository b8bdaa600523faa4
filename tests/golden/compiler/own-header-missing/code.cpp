std::vector<int> squares(std::span<const int> numbers) {
    return std::vector<int>(numbers.begin(), numbers.end());
}
