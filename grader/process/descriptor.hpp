// A file descriptor that closes itself.
#pragma once

#include <unistd.h>

#include <utility>

namespace heddle::process {

class Descriptor {
  public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }

    int number() const { return number_; }
    bool is_open() const { return number_ >= 0; }
    void close() {
        if (is_open()) ::close(std::exchange(number_, -1));
    }

  private:
    int number_ = -1;
};

// The two ends of a pipe; both closed on exec.
struct Pipe {
    Descriptor reading;
    Descriptor writing;
};

}  // namespace heddle::process
