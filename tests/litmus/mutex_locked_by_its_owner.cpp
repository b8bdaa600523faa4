// deadlock within 1
#include "litmus.hpp"

namespace {

class Account {
  public:
    void deposit(int amount) {
        const std::lock_guard lock(mutex_);
        balance_ += amount;
    }
    void deposit_twice(int amount) {
        const std::lock_guard lock(mutex_);
        deposit(amount);
        deposit(amount);
    }

  private:
    std::mutex mutex_;
    int balance_ = 0;
};

}  // namespace

TEST_CASE("mutex locked by its owner") {
    Account account;
    account.deposit_twice(3);
    SUCCEED();
}
