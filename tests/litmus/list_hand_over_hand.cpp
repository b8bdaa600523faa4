// completed
#include "litmus.hpp"

namespace {

struct Node {
    int value = 0;
    std::unique_ptr<Node> next = nullptr;
    std::mutex mutex = {};
};

// Keeps the order. Whoever holds a node may lock the next one, and only then lets go.
void insert(Node& head, int value) {
    Node* node = &head;
    std::unique_lock lock(node->mutex);
    while (node->next && node->next->value < value) {
        std::unique_lock next(node->next->mutex);
        node = node->next.get();
        lock = std::move(next);
    }
    auto fresh = std::make_unique<Node>();
    fresh->value = value;
    fresh->next = std::move(node->next);
    node->next = std::move(fresh);
}

}  // namespace

TEST_CASE("list hand over hand") {
    Node head;
    in_threads(3, [&](int i) {
        insert(head, 5 - i);
        insert(head, i);
    });
    std::vector<int> values;
    for (const Node* node = head.next.get(); node != nullptr; node = node->next.get())
        values.push_back(node->value);
    REQUIRE(values == std::vector{0, 1, 2, 3, 4, 5});
}
