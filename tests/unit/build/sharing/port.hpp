#pragma once

#include <any>
#include <exception>
#include <functional>
#include <memory>
#include <string>

namespace heddle::port {

struct Animal {
    virtual ~Animal() = default;
};
struct Cat : Animal {};

inline int shared_with_tests = 0;

bool sees_one_of_each();
bool catches_own_error();
bool casts_dynamically();
bool ends_thread_locals();
void throw_out();
std::any make_any();
std::exception_ptr make_exception();
std::unique_ptr<Animal> make_cat();
std::function<int()> make_function();
void change_shared();

}  // namespace heddle::port
