#include "runtime/weak_orders.hpp"

#ifdef HEDDLE_FLAVOUR_HUNT

#include <algorithm>

#include "runtime/control.hpp"
#include "runtime/stack.hpp"

namespace heddle::runtime {
namespace {

constexpr int frames_to_caller = 3;

}  // namespace

// Each place once: to capture a stack takes its time.
void note_order(MemoryOrder order, const void* frame) {
    if (without_hints(order) == __ATOMIC_SEQ_CST || !is_controlled()) return;
    Inside inside;
    const scheduler::Place place = place_of(frame, frames_to_caller);
    auto& orders = record().weak_orders;
    const std::uint32_t count = record().weak_order_count;
    const auto end = orders.begin() + count;
    const bool is_known =
        std::any_of(orders.begin(), end,
                    [place](const scheduler::WeakOrder& one) { return one.place == place; });
    if (is_known || count == orders.size()) return;
    record().weak_order_count = count + 1;
    orders[count].place = place;
    capture_stack(orders[count].stack);
}

}  // namespace heddle::runtime
#endif
