// Compares with a file of tests/golden. HEDDLE_UPDATE_GOLDEN=1 in the environment writes the files
// anew; read the difference before you keep it.
#pragma once

#include <string>

void check_golden(const std::string& name, const std::string& actual);
