#include "base/error.hpp"

#include <system_error>

namespace heddle::base {

std::string system_message(int error_number) {
    return std::generic_category().message(error_number);
}

}  // namespace heddle::base
