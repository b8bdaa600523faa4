#include "target.hpp"

namespace {

class CountdownThread : public heddle::Thread {
  public:
    CountdownThread(int count, heddle::Sink& sink) : count_(count), sink_(sink) {}
    void run() override { countdown(count_, sink_); }

  private:
    int count_;
    heddle::Sink& sink_;
};

class SquareThread : public heddle::Thread {
  public:
    explicit SquareThread(int number) : number_(number) {}
    void run() override { square_ = slow_square(number_); }
    int square() const { return square_; }  // once joined

  private:
    int number_;
    int square_ = 0;
};

}  // namespace

void countdown(int count, heddle::Sink& sink) {
    while (count > 0) {
        sink.put(count);
        --count;
        heddle::sleep(heddle::Ticks(5000));
    }
}

std::unique_ptr<heddle::Thread> launch(int count, heddle::Sink& sink) {
    auto thread = heddle::make_thread<CountdownThread>(count, sink);
    thread->start();
    return thread;
}

std::vector<int> squares(std::span<const int> numbers) {
    std::vector<std::unique_ptr<SquareThread>> threads;
    for (const int number : numbers) threads.push_back(heddle::make_thread<SquareThread>(number));
    for (const auto& thread : threads) thread->start();

    std::vector<int> results;
    for (const auto& thread : threads) {
        thread->join();
        results.push_back(thread->square());
    }
    return results;
}
