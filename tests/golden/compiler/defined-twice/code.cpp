#include "code.hpp"

void count_twice() {
    count();
    count();
}
