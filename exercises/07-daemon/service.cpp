#include "service.hpp"

int service_main(heddle::Journal& journal) {
    heddle::todo("service_main");  // TODO(student)
}
