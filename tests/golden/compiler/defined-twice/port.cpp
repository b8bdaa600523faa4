#include "code.hpp"

int main() { count(); }
