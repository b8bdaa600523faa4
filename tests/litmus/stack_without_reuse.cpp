// completed
#include "litmus.hpp"

namespace {

struct Node {
    int value = 0;
    Node* next = nullptr;
};

}  // namespace

// Treiber's stack. Nodes live until the end: none comes back where another one was.
TEST_CASE("stack without reuse") {
    std::array<Node, 4> nodes = {};
    std::atomic<Node*> top = nullptr;
    std::atomic<int> sum = 0;
    const auto push = [&](Node& node) {
        node.next = top;
        while (!top.compare_exchange_weak(node.next, &node)) {
        }
    };
    const auto pop = [&] {
        Node* node = top;
        while (node != nullptr && !top.compare_exchange_weak(node, node->next)) {
        }
        return node == nullptr ? 0 : node->value;
    };
    in_threads(2, [&](int i) {
        for (int k = 2 * i; k < 2 * i + 2; ++k) {
            Node& node = nodes[static_cast<std::size_t>(k)];
            node.value = k;
            push(node);
        }
        sum += pop();
    });
    sum += pop() + pop();
    REQUIRE(sum == 6);
    REQUIRE(top == nullptr);
}
