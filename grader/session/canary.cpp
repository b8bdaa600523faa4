#include "session/canary.hpp"

#include "explore/program.hpp"

namespace heddle::session {

base::Expected<void> prove_sanitizer(const std::filesystem::path& program, model::Flavour flavour) {
    auto canary = explore::Program::start(program, "heddle canary", 0);
    if (!canary) return base::fail(canary.error());
    const auto run = canary->run({});
    if (!run) return base::fail(run.error());
    const auto expected = flavour == model::Flavour::tsan ? scheduler::Ending::data_race
                                                          : scheduler::Ending::memory_error;
    if ((*run)->ending == expected) return {};
    const std::string tool =
        flavour == model::Flavour::tsan ? "ThreadSanitizer" : "AddressSanitizer";
    return base::fail({tool + " did not report a known mistake, so it can't be trusted here", "",
                       "Run ./heddle doctor."});
}

}  // namespace heddle::session
