// Finds data races in a serial execution that sees every access: two of the
// same memory by different threads, one of them a write, one of them plain, and
// neither happens before the other. The algorithm is FastTrack (Flanagan and
// Freund, PLDI 2009): of each piece of memory only the last write and, most of
// the time, the last read are kept. A piece is what one access touched within
// eight aligned bytes; pieces that overlap are compared.
//
// What is forgotten makes it miss a race, never see one that isn't there.
// Pure; not thread-safe, as the engine.
#pragma once

#include <optional>

#include "scheduler/happens_before.hpp"

namespace heddle::scheduler {

enum class AccessKind : std::uint8_t { read, write };
enum class Atomicity : std::uint8_t { plain, atomic };

struct MemoryAccess {
    std::uint64_t address = 0;
    std::size_t size = 0;
    AccessKind kind = AccessKind::read;
    Atomicity atomicity = Atomicity::plain;
};

// Accesses are numbered from 1 on: in another run of the same schedule they have the same numbers.
using AccessNumber = std::uint32_t;

struct Race {
    AccessNumber earlier = 0;
    AccessKind earlier_kind = AccessKind::read;
    std::uint64_t address = 0;  // where they meet
};

class RaceDetector {
  public:
    HappensBefore& order() { return order_; }

    // The thread does this now. The race with an earlier access, if there is one.
    std::optional<Race> access(ThreadId thread, const MemoryAccess& access);

    // How many there have been, this one included.
    AccessNumber last_number() const { return number_; }

    // From here on it is the detector of another process, which has this thread alone. No two
    // number their accesses alike before 16 million.
    void begin_process(ThreadId thread, std::uint8_t process);

    // The memory begins anew: it was allocated, or became a thread's stack.
    void forget(std::uint64_t address, std::size_t size);

  private:
    struct Past {
        Moment moment = 0;  // 0: there was none
        AccessNumber number = 0;
        ThreadId thread = 0;
        Atomicity atomicity = Atomicity::plain;
    };
    struct Piece {
        std::uint64_t address = 0;
        std::uint32_t next = 0;  // with the same hash, from 1 on; 0: none
        std::uint32_t readers =
            0;  // in readers_, from 1 on, where several read at once; 0: only `read`
        std::uint8_t size = 0;
        Past write;
        Past read;
    };

    static constexpr std::uint64_t word = 8;
    static constexpr std::uint32_t max_pieces = 1U << 18U;
    static constexpr std::uint32_t max_readers = 1U << 11U;
    static constexpr std::uint32_t fewest_chains = 1U << 9U;
    static constexpr std::uint32_t most_chains = 1U << 16U;
    using Readers = ThreadTable<Past, max_readers>;

    // Few at first: what isn't needed isn't touched.
    std::uint32_t chains() const { return fewest_chains << growth_; }
    std::uint32_t& first_of(std::uint64_t address);
    void link(std::uint32_t number);
    void grow();
    static bool is_repeated(const Past& now, const Past& last);
    std::optional<Race> access_piece(ThreadId thread, const MemoryAccess& access);
    std::optional<Race> conflict(ThreadId thread, const MemoryAccess& access, const Piece& piece);
    bool races(const Past& past, ThreadId thread, Atomicity atomicity) const;
    Piece& piece_at(std::uint32_t number) { return pieces_[number - 1]; }
    Readers::Row readers_of(const Piece& piece) { return readers_.row(piece.readers - 1); }
    Piece* add(const MemoryAccess& access);
    void keep(ThreadId thread, const MemoryAccess& access, Piece& piece);
    void keep_read(const Past& now, Piece& piece);
    void clear_reads(Piece& piece);
    void clear(Piece& piece);
    void forget_word(std::uint64_t address, std::uint64_t begin, std::uint64_t end);

    AccessNumber number_ = 0;
    std::uint32_t piece_count_ = 0;
    std::uint32_t readers_count_ = 0;
    std::uint32_t growth_ = 0;
    std::array<std::uint32_t, most_chains> first_ = {};
    std::array<Piece, max_pieces> pieces_ = {};
    Readers readers_;
    HappensBefore order_;
};

}  // namespace heddle::scheduler
