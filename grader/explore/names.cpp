#include "explore/names.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scheduler/objects.hpp"

namespace heddle::explore {
namespace {

using scheduler::Operation;
using scheduler::Step;

// "mutex", "condition", … for an object that the source doesn't name.
std::string_view kind_of(Operation operation, std::uint64_t address) {
    switch (operation) {
        case Operation::lock:
        case Operation::try_lock:
        case Operation::unlock:
        case Operation::lock_shared:
        case Operation::try_lock_shared: return "mutex";
        case Operation::wait:
        case Operation::notify_one:
        case Operation::notify_all: return "condition";
        case Operation::semaphore_wait:
        case Operation::semaphore_post: return "semaphore";
        case Operation::once: return "initialisation";
        case Operation::atomic_wait:
        case Operation::atomic_notify:
        case Operation::load:
        case Operation::store:
        case Operation::read_modify_write:
        case Operation::compare_exchange: return "atomic";
        case Operation::receive:
        case Operation::send:
        case Operation::accept:
        case Operation::connect:
        case Operation::open:
        case Operation::close:
            return scheduler::space_of(address) == scheduler::Space::socket ? "socket" : "pipe";
        default: return "";
    }
}

// `std::unique_lock<std::mutex> lock(mutex_);` makes `lock` a name of the guard, not of the mutex.
bool declares_guard(const std::string& line, const std::string& name) {
    const std::size_t type = line.find("_lock");
    return type != std::string::npos && (line.find(' ' + name + '(', type) != std::string::npos ||
                                         line.find(' ' + name + '{', type) != std::string::npos);
}

}  // namespace

void Names::learn(const ObservedStep& step) {
    if (!step.place || step.raw.address == 0) return;
    const std::string name = from_source(*step.place, step.raw.operation);
    if (name.empty()) return;
    const bool is_plain =
        step.raw.operation == Operation::read || step.raw.operation == Operation::write;
    auto& lines = (is_plain ? plain_ : exact_)[step.raw.address][name];
    lines.insert({step.place->line.file, step.place->line.line});
}

void Names::settle() {
    for (const auto& [address, votes] : exact_)
        names_.emplace(address, most_voted(votes));
    for (const auto& [address, votes] : plain_)
        names_.emplace(address, most_voted(votes));
}

std::string Names::of(const Step& step) {
    if (scheduler::names_a_thread(step.operation))
        return step.has_value ? of_thread(step.value) : "";
    return of(step.operation, step.address);
}

std::string Names::of(Operation operation, std::uint64_t address) {
    const auto known = names_.find(address);
    if (known != names_.end()) return known->second;
    const std::string_view kind = kind_of(operation, address);
    if (kind.empty() || address == 0) return "";
    const std::string name = fmt::format("{} #{}", kind, ++unnamed_);
    names_.emplace(address, name);
    return name;
}

std::string Names::of_thread(std::uint64_t thread) const {
    return thread < threads_.size() ? threads_[thread] : "";
}

std::string Names::from_source(const Place& place, Operation operation) const {
    const auto file = sources_.find(place.line.file);
    if (file == sources_.end()) return "";
    const auto index = static_cast<std::size_t>(place.line.line - 1);
    if (index >= file->second.size()) return "";
    const std::string name = object_named_at(file->second[index], place.column, operation);
    const bool is_guard = kind_of(operation, 0) == "mutex" &&
                          std::ranges::any_of(file->second, [&](const std::string& line) {
                              return declares_guard(line, name);
                          });
    return is_guard ? "" : name;
}

std::string Names::most_voted(const Votes& votes) {
    return std::max_element(
               votes.begin(), votes.end(),
               [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); })
        ->first;
}

}  // namespace heddle::explore
