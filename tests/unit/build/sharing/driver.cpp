// Plays the tests: exits with the number of the first check that fails, 0 when all hold.
#include <cstdio>
#include <stdexcept>

#include "port.hpp"

namespace {

using namespace heddle::port;

bool catches_what_leaves_the_port() {
    try {
        throw_out();
    } catch (const std::runtime_error& error) {
        return std::string(error.what()) == "own";
    }
    return false;
}

bool rethrows_an_exception_pointer() {
    try {
        std::rethrow_exception(make_exception());
    } catch (const std::out_of_range&) {
        return true;
    }
    return false;
}

bool shares_its_inline_variable() {
    change_shared();
    return shared_with_tests == 9;
}

}  // namespace

int main() {
    const bool results[] = {
        sees_one_of_each(),
        catches_own_error(),
        casts_dynamically(),
        ends_thread_locals(),
        catches_what_leaves_the_port(),
        rethrows_an_exception_pointer(),
        std::any_cast<std::string>(make_any()) == "any",
        dynamic_cast<Cat*>(make_cat().get()) != nullptr,
        make_function()() == 5,
        shares_its_inline_variable(),
    };
    int number = 0;
    for (const bool result : results) {
        ++number;
        if (!result) return number;
    }
    return 0;
}
