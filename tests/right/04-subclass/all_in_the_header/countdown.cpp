#include "countdown.hpp"
