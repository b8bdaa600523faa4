#include "explore/names.hpp"

#include <fmt/format.h>
#include <pthread.h>
#include <semaphore.h>

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

// How large the object is that this is done to; 0 where it may be of several kinds.
std::uint64_t size_of(const Step& step) {
    const std::string_view kind = kind_of(step.operation, step.address);
    if (kind == "mutex") return sizeof(pthread_mutex_t);
    if (kind == "condition") return sizeof(pthread_cond_t);
    if (kind == "semaphore") return sizeof(sem_t);
    return step.size;
}

// "forks" of "forks[(i + 1) % 5]"; "" where the name isn't an array's and one subscript.
std::string array_of(const std::string& name) {
    const std::size_t open = name.find('[');
    if (open == name.npos) return "";
    int depth = 0;
    for (std::size_t i = open; i < name.size(); ++i) {
        depth += name[i] == '[' ? 1 : name[i] == ']' ? -1 : 0;
        if (depth == 0) return i + 1 == name.size() ? name.substr(0, open) : "";
    }
    return "";
}

// Of something that has a name of its own: "forks[i]", "from.m".
bool is_part(const std::string& name) {
    return name.find_first_of("[.>") != name.npos;
}

// What is locked may be a mutex or a reader-writer lock: in doubt, no.
bool may_be_array_of(std::uint64_t size, std::uint64_t whole) {
    const bool is_in_doubt =
        size == sizeof(pthread_mutex_t) && whole % sizeof(pthread_rwlock_t) == 0;
    return whole % size == 0 && !is_in_doubt;
}

// `std::unique_lock<std::mutex> lock(mutex_);` makes `lock` a name of the guard, not of the mutex.
void add_guards(const std::string& line, std::set<std::string>& guards) {
    const std::size_t type = line.find("_lock");
    if (type == line.npos) return;
    for (std::size_t open = line.find_first_of("({", type); open != line.npos;
         open = line.find_first_of("({", open + 1)) {
        const std::size_t space = line.rfind(' ', open);
        if (space != line.npos && space > type)
            guards.insert(line.substr(space + 1, open - space - 1));
    }
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
    sizes_.emplace(step.raw.address, size_of(step.raw));
    if (!is_plain) first_use_.emplace(step.raw.address, first_use_.size());
}

void Names::settle() {
    for (const auto& [address, votes] : exact_)
        names_.emplace(address, most_voted(votes));
    for (const auto& [address, votes] : plain_)
        names_.emplace(address, variable_or(most_voted(votes), address));
    number_elements();
    tell_apart();
    number_namesakes();
}

// A plain access says less of what it is of than a lock or an atomic does: in `buffer[end] =
// text[i]` every variable is read. A global of just that size is surely meant.
std::string Names::variable_or(std::string name, std::uint64_t address) const {
    const auto variable = variables_(address);
    const bool is_whole = variable && variable->begin == address &&
                          variable->size == sizes_.at(address) && !is_part(name);
    return is_whole ? variable->name : name;
}

// Two objects that a function calls `x`, one after the other, have names of their own elsewhere.
void Names::tell_apart() {
    std::map<std::string, int> times;
    for (const auto& [address, name] : names_)
        ++times[name];
    for (auto& [address, name] : names_) {
        if (times[name] == 1 || is_part(name)) continue;
        const auto variable = variables_(address);
        if (variable && variable->begin == address) name = variable->name;
    }
}

// "from.m" of two accounts becomes "from.m #1" and "from.m #2", by first use.
void Names::number_namesakes() {
    std::map<std::string, std::map<std::size_t, std::uint64_t>> bearers;
    for (const auto& [address, use] : first_use_)
        bearers[names_.at(address)].emplace(use, address);
    for (const auto& [name, by_use] : bearers) {
        if (by_use.size() == 1) continue;
        int number = 0;
        for (const auto& [use, address] : by_use)
            names_.at(address) = fmt::format("{} #{}", name, ++number);
    }
}

// All elements of an array are "forks[i]" to the source; where one lies tells which it is.
void Names::number_elements() {
    for (auto& [address, name] : names_)
        name = element_at(address, name);
}

std::string Names::element_at(std::uint64_t address, const std::string& name) const {
    const std::string array_name = array_of(name);
    const auto size = sizes_.find(address);
    if (array_name.empty() || size == sizes_.end() || size->second == 0) return name;
    const auto array = variables_(address);
    if (!array || array->name != array_name || !may_be_array_of(size->second, array->size))
        return name;
    const std::uint64_t offset = address - array->begin;
    if (offset % size->second != 0) return name;
    return fmt::format("{}[{}]", array->name, offset / size->second);
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
    return names_.emplace(address, next_of(kind)).first->second;
}

// A member may be called "mutex" as well.
std::string Names::next_of(std::string_view kind) {
    while (true) {
        std::string name = fmt::format("{} #{}", kind, ++unnamed_);
        const auto is_taken = [&](const auto& known) { return known.second == name; };
        if (std::ranges::none_of(names_, is_taken)) return name;
    }
}

std::string Names::of_thread(std::uint64_t thread) const {
    return thread < threads_.size() ? threads_[thread] : "";
}

std::string Names::from_source(const Place& place, Operation operation) {
    const auto file = sources_.find(place.line.file);
    if (file == sources_.end()) return "";
    const auto index = static_cast<std::size_t>(place.line.line - 1);
    if (index >= file->second.size()) return "";
    const std::string name = object_named_at(file->second[index], place.column, operation);
    const bool is_guard = kind_of(operation, 0) == "mutex" && guards_in(*file).contains(name);
    return is_guard ? "" : name;
}

const std::set<std::string>& Names::guards_in(const Sources::value_type& file) {
    const auto [known, is_new] = guards_.try_emplace(file.first);
    if (!is_new) return known->second;
    for (const std::string& line : file.second)
        add_guards(line, known->second);
    return known->second;
}

std::string Names::most_voted(const Votes& votes) {
    return std::max_element(
               votes.begin(), votes.end(),
               [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); })
        ->first;
}

}  // namespace heddle::explore
