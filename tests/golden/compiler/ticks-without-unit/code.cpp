#include "heddle/lab.hpp"

void pause() { heddle::sleep(5); }
