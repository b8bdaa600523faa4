// completed
#include "litmus.hpp"

namespace {

// Its state belongs to its thread alone; others send letters.
class Account {
  public:
    ~Account() {
        send([this] { is_open_ = false; });
    }
    void deposit(int amount) {
        send([this, amount] { balance_ += amount; });
    }
    std::future<int> balance() {
        auto answer = std::make_shared<std::promise<int>>();
        send([this, answer] { answer->set_value(balance_); });
        return answer->get_future();
    }

  private:
    void send(std::function<void()> letter) {
        const std::lock_guard lock(mutex_);
        letters_.push_back(std::move(letter));
        arrived_.notify_one();
    }
    void run() {
        while (is_open_) {
            std::unique_lock lock(mutex_);
            arrived_.wait(lock, [&] { return !letters_.empty(); });
            const auto letter = std::move(letters_.front());
            letters_.pop_front();
            lock.unlock();
            letter();
        }
    }

    int balance_ = 0;
    bool is_open_ = true;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<std::function<void()>> letters_;  // guarded by mutex_
    std::jthread thread_{&Account::run, this};
};

}  // namespace

TEST_CASE("active object") {
    Account account;
    in_threads(2, [&](int i) { account.deposit(i + 1); });
    REQUIRE(account.balance().get() == 3);
}
