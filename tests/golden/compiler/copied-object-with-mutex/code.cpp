#include <mutex>

struct Account {
    std::mutex mutex;
    int balance = 0;
};

int balance_of(Account account) {
    const std::lock_guard lock(account.mutex);
    return account.balance;
}

int balance_twice(Account& account) { return 2 * balance_of(account); }
