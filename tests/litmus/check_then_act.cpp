// failed assertion within 4
#include "litmus.hpp"

namespace {

class Tickets {
  public:
    int left() const {
        const std::lock_guard lock(mutex_);
        return left_;
    }
    void sell() {
        const std::lock_guard lock(mutex_);
        --left_;
    }

  private:
    mutable std::mutex mutex_;
    int left_ = 1;
};

}  // namespace

TEST_CASE("check then act") {
    Tickets tickets;
    const auto buy = [&] {
        if (tickets.left() > 0) tickets.sell();
    };
    together(buy, buy);
    REQUIRE(tickets.left() == 0);
}
