#include "heddle/lab.hpp"

void rest() { heddle::sleep(5); }
