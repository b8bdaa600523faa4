#include <future>

int result_of(std::future<int> future) { return future.get(); }

int run(std::future<int>& future) { return result_of(future); }
