#include "port.hpp"

#include <thread>

#include "student.hpp"

namespace heddle::port {

bool sees_one_of_each() {
    change_everything();
    return inline_variable == 7 && static_local() == 7 && Holder<int>::value == 7;
}

bool catches_own_error() {
    try {
        throw_own_error();
    } catch (const OwnError&) {
        return true;
    }
}

bool casts_dynamically() {
    const std::unique_ptr<Shape> shape = std::make_unique<Square>();
    return dynamic_cast<const Square*>(shape.get()) != nullptr && shape->area() == 4;
}

bool ends_thread_locals() {
    inline_variable = 0;
    std::thread([] { static_cast<void>(&of_thread); }).join();
    return inline_variable == 1;
}

void throw_out() {
    throw_own_error();
}
std::any make_any() {
    return std::string("any");
}
std::exception_ptr make_exception() {
    return std::make_exception_ptr(std::out_of_range("far"));
}
std::unique_ptr<Animal> make_cat() {
    return std::make_unique<Cat>();
}
std::function<int()> make_function() {
    return [number = std::make_shared<int>(5)] { return *number; };
}
void change_shared() {
    shared_with_tests = 9;
}

}  // namespace heddle::port
