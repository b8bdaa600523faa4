// failed assertion within 760
#include "litmus.hpp"

namespace {

struct Stack {
    std::array<std::atomic<int>, 3> next = {-1, 0, 1};
    std::atomic<int> top = 2;

    int pop() {
        int node = top;
        while (node >= 0 &&
               !top.compare_exchange_weak(node, next[static_cast<std::size_t>(node)])) {
        }
        return node;
    }
    void push(int node) {
        int below = top;
        do {
            next[static_cast<std::size_t>(node)] = below;
        } while (!top.compare_exchange_weak(below, node));
    }
};

}  // namespace

// ABA: the top is the same node again, and what lies below it isn't.
TEST_CASE("stack with reuse") {
    Stack stack;
    std::array<std::atomic<int>, 3> owners = {};
    std::atomic<int> shared = 0;
    const auto pop = [&] {
        const int node = stack.pop();
        if (node >= 0 && ++owners[static_cast<std::size_t>(node)] > 1) ++shared;
        return node;
    };
    together(
        [&] {
            pop();
            pop();
        },
        [&] {
            const int node = pop();
            pop();
            if (node < 0) return;
            --owners[static_cast<std::size_t>(node)];
            stack.push(node);
        });
    REQUIRE(shared == 0);
}
