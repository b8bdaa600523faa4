#include "student.hpp"

void Shape::grow() {}

void change_everything() {
    inline_variable = 7;
    static_local() = 7;
    Holder<int>::value = 7;
}

void throw_own_error() {
    throw OwnError("own");
}
