#include "scheduler/line_model.hpp"

#include <algorithm>

namespace heddle::scheduler {

void LineModel::begin(std::uint32_t lines_held) {
    room_ = std::clamp<std::uint32_t>(lines_held, 1, max_lines_held);
    for (std::uint32_t i = 0; i < cores_; ++i)
        caches_[i].count = 0;
    cores_ = 0;
}

Traffic LineModel::touch(std::uint32_t core, std::uint64_t line, Access access) {
    cores_ = std::max(cores_, core + 1);
    Cache& mine = caches_[core];
    const bool was_here = reaches_front(mine, line);
    if (was_here && (access == Access::read || mine.held[0].is_owned)) return Traffic::none;
    const bool was_elsewhere =
        access == Access::write ? leave_to(core, line) : leave_to_readers(line);
    if (!was_here) bring_in(mine, line);
    mine.held[0].is_owned = access == Access::write;
    if (was_elsewhere) return Traffic::transferred;
    return was_here ? Traffic::none : Traffic::fetched;
}

// Makes the line the most recently used one; false where the core doesn't hold it.
bool LineModel::reaches_front(Cache& cache, std::uint64_t line) const {
    Held* const begin = cache.held.data();
    Held* const end = begin + cache.count;
    Held* const at = std::find_if(begin, end, [&](const Held& h) { return h.line == line; });
    if (at == end) return false;
    std::rotate(begin, at, at + 1);
    return true;
}

void LineModel::bring_in(Cache& cache, std::uint64_t line) const {
    cache.count = std::min(cache.count + 1, room_);
    Held* const begin = cache.held.data();
    std::move_backward(begin, begin + cache.count - 1, begin + cache.count);
    *begin = {line, false};
}

// Its owner, if it has one, keeps a copy and owns it no more. Whether there was one.
bool LineModel::leave_to_readers(std::uint64_t line) {
    for (std::uint32_t i = 0; i < cores_; ++i) {
        for (std::uint32_t j = 0; j < caches_[i].count; ++j) {
            Held& held = caches_[i].held[j];
            if (held.line != line || !held.is_owned) continue;
            held.is_owned = false;
            return true;
        }
    }
    return false;
}

// All cores but the writer lose the line. Whether any had it.
bool LineModel::leave_to(std::uint32_t writer, std::uint64_t line) {
    bool was_held = false;
    for (std::uint32_t i = 0; i < cores_; ++i) {
        if (i == writer) continue;
        Held* const begin = caches_[i].held.data();
        Held* const end = std::remove_if(begin, begin + caches_[i].count,
                                         [&](auto& h) { return h.line == line; });
        was_held |= end != begin + caches_[i].count;
        caches_[i].count = static_cast<std::uint32_t>(end - begin);
    }
    return was_held;
}

}  // namespace heddle::scheduler
