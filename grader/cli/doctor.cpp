#include <algorithm>
#include <array>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "report/checkup.hpp"

namespace heddle::cli {
namespace {

constexpr std::array<Option, 1> options = {compiler_option};

int run(const Arguments&, const Context& context) {
    const std::vector<session::Checkup> checkups = session::doctor(context.place);
    report::Page page = page_for(context.out);
    report::write_checkups(page, checkups);
    print(context.out, page);
    const bool can_grade = std::none_of(checkups.begin(), checkups.end(), [](const auto& checkup) {
        return checkup.health == session::Health::missing;
    });
    return can_grade ? exit_full : exit_not_graded;
}

}  // namespace

const Command doctor_command = {"doctor", "Show what works here, and how to mend the rest", options,
                                run};

}  // namespace heddle::cli
