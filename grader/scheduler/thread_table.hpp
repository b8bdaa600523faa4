// A row for each of many things, and in it a cell for each thread. The cells of sixteen threads lie
// together, row after row: while there are few threads, many rows fit into a page of memory.
#pragma once

#include <array>
#include <cstdint>

#include "scheduler/record.hpp"

namespace heddle::scheduler {

template <class Cell, std::size_t Rows>
class ThreadTable {
  public:
    class Row {
      public:
        Row(ThreadTable& table, std::size_t number) : table_(&table), number_(number) {}
        Cell& operator[](std::size_t thread) const {
            return table_->blocks_[thread / width][number_][thread % width];
        }

      private:
        ThreadTable* table_;
        std::size_t number_;
    };

    Row row(std::size_t number) { return {*this, number}; }
    const Cell& at(std::size_t number, std::size_t thread) const {
        return blocks_[thread / width][number][thread % width];
    }

  private:
    static constexpr std::size_t width = 16;
    static_assert(max_threads % width == 0);

    using Block = std::array<std::array<Cell, width>, Rows>;
    std::array<Block, max_threads / width> blocks_ = {};
};

}  // namespace heddle::scheduler
