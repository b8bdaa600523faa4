#include "scheduler/race_detector.hpp"

namespace heddle::scheduler {
namespace {

bool overlap(std::uint64_t a, std::uint64_t a_size, std::uint64_t b, std::uint64_t b_size) {
    return a < b + b_size && b < a + a_size;
}

}  // namespace

// The first of several in one moment stands for all: others learn of them together.
bool RaceDetector::is_repeated(const Past& now, const Past& last) {
    return now.moment == last.moment && now.thread == last.thread &&
           now.atomicity == last.atomicity;
}

std::uint32_t& RaceDetector::first_of(std::uint64_t address) {
    const std::uint64_t mixed = address / word * 0x9e3779b97f4a7c15U;
    return first_[(mixed >> 32U) % chains()];
}

std::optional<Race> RaceDetector::access(ThreadId thread, const MemoryAccess& access) {
    ++number_;
    std::optional<Race> race;
    const std::uint64_t end = access.address + access.size;
    for (std::uint64_t at = access.address; at < end;) {
        const std::uint64_t next = std::min(end, (at / word + 1) * word);
        MemoryAccess part = access;
        part.address = at;
        part.size = next - at;
        if (const auto found = access_piece(thread, part); found && !race) race = found;
        at = next;
    }
    return order_.is_outgrown() ? std::nullopt : race;
}

std::optional<Race> RaceDetector::access_piece(ThreadId thread, const MemoryAccess& access) {
    std::optional<Race> race;
    Piece* own = nullptr;
    for (std::uint32_t at = first_of(access.address); at != 0; at = piece_at(at).next) {
        Piece& piece = piece_at(at);
        if (!overlap(piece.address, piece.size, access.address, access.size)) continue;
        if (!race) race = conflict(thread, access, piece);
        if (piece.address == access.address && piece.size == access.size) own = &piece;
    }
    if (own == nullptr) own = add(access);
    if (own != nullptr) keep(thread, access, *own);
    return race;
}

bool RaceDetector::races(const Past& past, ThreadId thread, Atomicity atomicity) const {
    if (past.moment == 0 || order_.is_before(past.thread, past.moment, thread)) return false;
    return past.atomicity == Atomicity::plain || atomicity == Atomicity::plain;
}

std::optional<Race> RaceDetector::conflict(ThreadId thread, const MemoryAccess& access,
                                           const Piece& piece) {
    const std::uint64_t where = std::max(piece.address, access.address);
    if (races(piece.write, thread, access.atomicity))
        return Race{piece.write.number, AccessKind::write, where};
    if (access.kind == AccessKind::read) return std::nullopt;
    if (piece.readers == 0) {
        if (!races(piece.read, thread, access.atomicity)) return std::nullopt;
        return Race{piece.read.number, AccessKind::read, where};
    }
    const auto readers = readers_of(piece);
    for (std::uint32_t reader = 0; reader < order_.thread_count(); ++reader) {
        if (races(readers[reader], thread, access.atomicity))
            return Race{readers[reader].number, AccessKind::read, where};
    }
    return std::nullopt;
}

RaceDetector::Piece* RaceDetector::add(const MemoryAccess& access) {
    if (piece_count_ == max_pieces) return nullptr;
    Piece& added = pieces_[piece_count_++];
    added.address = access.address;
    added.size = static_cast<std::uint8_t>(access.size);
    link(piece_count_);
    if (piece_count_ > 2 * chains() && chains() < most_chains) grow();
    return &added;
}

// The newest comes first.
void RaceDetector::link(std::uint32_t number) {
    std::uint32_t& first = first_of(piece_at(number).address);
    piece_at(number).next = first;
    first = number;
}

void RaceDetector::grow() {
    std::fill_n(first_.begin(), chains(), 0U);
    ++growth_;
    for (std::uint32_t number = 1; number <= piece_count_; ++number)
        link(number);
}

void RaceDetector::keep(ThreadId thread, const MemoryAccess& access, Piece& piece) {
    const Past now = {order_.now(thread), number_, thread, access.atomicity};
    if (access.kind == AccessKind::read) return keep_read(now, piece);
    if (!is_repeated(now, piece.write)) piece.write = now;
    // Whoever writes plainly comes after all readers, or was reported.
    if (access.atomicity == Atomicity::atomic) return;
    clear_reads(piece);
}

void RaceDetector::keep_read(const Past& now, Piece& piece) {
    if (piece.readers != 0) {
        readers_of(piece)[now.thread] = now;
        return;
    }
    const Past& last = piece.read;
    if (is_repeated(now, last)) return;
    const bool is_alone =
        last.moment == 0 || order_.is_before(last.thread, last.moment, now.thread);
    if (is_alone || readers_count_ == max_readers) {
        piece.read = now;
        return;
    }
    piece.readers = ++readers_count_;
    readers_of(piece)[last.thread] = last;
    readers_of(piece)[now.thread] = now;
}

void RaceDetector::clear_reads(Piece& piece) {
    piece.read = {};
    if (piece.readers == 0) return;
    const auto readers = readers_of(piece);
    for (std::uint32_t reader = 0; reader < order_.thread_count(); ++reader)
        readers[reader] = {};
}

void RaceDetector::clear(Piece& piece) {
    piece.write = {};
    clear_reads(piece);
}

void RaceDetector::forget(std::uint64_t address, std::size_t size) {
    const std::uint64_t end = address + size;
    const std::uint64_t words = size / word + 2;
    if (words < piece_count_) {
        for (std::uint64_t at = address / word * word; at < end; at += word)
            forget_word(at, address, end);
        return;
    }
    for (std::uint32_t i = 1; i <= piece_count_; ++i) {
        Piece& piece = piece_at(i);
        if (piece.address < address || piece.address >= end) continue;
        clear(piece);
    }
}

void RaceDetector::begin_process(ThreadId thread, std::uint8_t process) {
    constexpr unsigned accesses = 24;  // bits
    for (std::uint32_t i = 1; i <= piece_count_; ++i)
        clear(piece_at(i));
    order_.has_thread(thread);
    number_ = static_cast<AccessNumber>(process) << accesses;
}

void RaceDetector::forget_word(std::uint64_t address, std::uint64_t begin, std::uint64_t end) {
    for (std::uint32_t at = first_of(address); at != 0; at = piece_at(at).next) {
        Piece& piece = piece_at(at);
        if (piece.address / word != address / word) continue;
        if (piece.address < begin || piece.address >= end) continue;
        clear(piece);
    }
}

}  // namespace heddle::scheduler
