// A student's header with everything honest that is one thing in a whole program: joining the files
// must keep it one.
#pragma once

#include <stdexcept>
#include <string>

inline int inline_variable = 0;

inline int& static_local() {
    static int value = 0;
    return value;
}

template <class T>
struct Holder {
    static inline T value{};
};

// Its vtable is where grow() is defined, in student.cpp.
class Shape {
  public:
    virtual ~Shape() = default;
    virtual int area() const { return 1; }
    virtual void grow();
};

class Square : public Shape {
  public:
    int area() const override { return 4; }
};

class OwnError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

struct CountsItsEnd {
    ~CountsItsEnd() { ++inline_variable; }
};
inline thread_local CountsItsEnd of_thread;

void change_everything();
[[noreturn]] void throw_own_error();
