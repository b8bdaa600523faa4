int compute();

int run() {
    auto result = std::async(compute);
    return result.get();
}
