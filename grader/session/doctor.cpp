// doctor(): what works on this machine, each line with its fix.
#include <sys/personality.h>

#include <thread>

#include "session/sanitizers.hpp"

namespace heddle::session {
namespace {

Checkup of_compiler(const base::Expected<Course>& course) {
    if (!course) return {"compiler", Health::missing, course.error().what, course.error().hint};
    return {"compiler", Health::works, course->toolchain(), ""};
}

Checkup of_cores() {
    const unsigned cores = std::thread::hardware_concurrency();
    return {"processors", Health::works, std::to_string(cores), ""};
}

Checkup of_address_layout() {
    const int current = personality(0xffffffff);
    const bool may_change = current != -1 && personality(current | ADDR_NO_RANDOMIZE) != -1;
    if (current != -1) personality(current);
    if (may_change) return {"fixed addresses", Health::works, "allowed", ""};
    return {"fixed addresses", Health::limited, "forbidden here; verdicts don't depend on them",
            "In a container: --security-opt seccomp=unconfined"};
}

}  // namespace

std::vector<Checkup> doctor(const Place& place) {
    const auto course = open_course(place);
    std::vector<Checkup> checkups = {of_compiler(course), of_cores(), of_address_layout()};
    if (course) {
        for (Checkup& each : check_sanitizers(*course))
            checkups.push_back(std::move(each));
    }
    checkups.push_back({"jail", Health::limited, "none: submissions run as you",
                        "Check only code that you trust on this machine."});
    return checkups;
}

}  // namespace heddle::session
