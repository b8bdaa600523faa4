#include "example.hpp"

#include <array>
#include <thread>
#include <vector>

#include "heddle/lab.hpp"

// --- What stands in the page ---

using heddle::Ticks;

void weigh_all() {
    heddle::work(Ticks(20));  // unpack: one thread, while the others don't exist
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([] { heddle::work(Ticks(40)); });
    for (std::thread& thread : threads)
        thread.join();
}

struct Close {
    long hits = 0;
};
struct Apart {
    alignas(heddle::line_bytes) long hits = 0;
};

alignas(heddle::line_bytes) Close close_cells[4];  // 32 bytes: all in one line
Apart cells_apart[4];                              // a line each

void count_close() {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([i] {
            for (int n = 0; n < 10; ++n)
                ++close_cells[i].hits;
        });
    }
}

void count_apart() {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([i] {
            for (int n = 0; n < 10; ++n)
                ++cells_apart[i].hits;
        });
    }
}

using Grid = std::array<std::array<int, 64>, 128>;  // a row is four lines

long sum_by_rows(const Grid& grid) {
    long sum = 0;
    for (std::size_t row = 0; row < 128; ++row)
        for (std::size_t column = 0; column < 64; ++column) {
            const int cell = grid[row][column];
            sum += cell;
        }
    return sum;
}

long sum_by_columns(const Grid& grid) {
    long sum = 0;
    for (std::size_t column = 0; column < 64; ++column)
        for (std::size_t row = 0; row < 128; ++row) {
            const int cell = grid[row][column];
            sum += cell;
        }
    return sum;
}

// --- How it is run ---

namespace {

alignas(heddle::line_bytes) Grid grid = {};

}  // namespace

long sum_by_rows() {
    return sum_by_rows(grid);
}

long sum_by_columns() {
    return sum_by_columns(grid);
}
