// The main of every test binary, in front of Catch2's own (-Wl,--wrap=main).
// Started by the grader it serves schedules of its cases; started by hand it is
// an ordinary, free-running Catch2 program.
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "harness/catch_listener.hpp"
#include "harness/prediction.hpp"
#include "harness/server.hpp"

extern "C" int __real_main(int count, char** arguments);

namespace heddle::harness {
namespace {

constexpr std::uintptr_t page_bytes = 4096;
constexpr const char* canary_name = "heddle canary";  // exercises/include/heddle/canary.cpp

// All cases of the binary with their tags, "[hidden][points:3]".
void list_cases() {
#ifdef HEDDLE_CATCH_3
    for (const auto* info : Catch::getRegistryHub().getTestCaseRegistry().getAllInfos()) {
        list_case(info->name.c_str(), info->tagsAsString().c_str());
    }
#else
    for (const auto& test : Catch::getRegistryHub().getTestCaseRegistry().getAllTests()) {
        list_case(test.name.c_str(), test.tagsAsString().c_str());
    }
#endif
}

// A test specification that means exactly this name.
std::string escaped(const char* name) {
    std::string specification;
    for (const char* c = name; *c != '\0'; ++c) {
        if (std::strchr(",[]\\\"*", *c) != nullptr) specification += '\\';
        specification += *c;
    }
    return specification;
}

// The case's locals lie as far from a page's edge as ever, whatever stands above them on the stack:
// the program's path is longer on one machine than on another, and which locals share a line of
// memory must not depend on it.
int run_case(const char* name) {
    const auto here = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
    void* const edge = __builtin_alloca(here % page_bytes + 16);
    asm volatile("" : : "r"(edge));  // or else nobody needs it
    std::string specification = escaped(name);
    std::string program = "heddle";
    char* arguments[] = {program.data(), specification.data(), nullptr};
    return __real_main(2, arguments);  // Catch2's: runs what the arguments name
}

// heddle-test --list | --serve CPU
int serve_grader(int count, char** arguments, const Descriptors& descriptors) {
    take_prediction();
    open_server(descriptors);
    const std::string command = count > 1 ? arguments[1] : "";
    if (command == "--list") {
        list_cases();
        return 0;
    }
    if (command != "--serve" || count < 3) return 2;
    pin_to(std::atoi(arguments[2]));
    silence();
    if (const char* const name = next_case()) return run_case(name);
    return 0;
}

class Listener : public
#ifdef HEDDLE_CATCH_3
                 Catch::EventListenerBase {
  public:
    using Catch::EventListenerBase::EventListenerBase;
    void testCaseStarting(const Catch::TestCaseInfo& info) override {
        begin(info.name);
    }
    void assertionEnded(const Catch::AssertionStats& stats) override {
        judge(stats);
    }
#else
                 Catch::TestEventListenerBase {
  public:
    using Catch::TestEventListenerBase::TestEventListenerBase;
    void testCaseStarting(const Catch::TestCaseInfo& info) override {
        begin(info.name);
    }
    bool assertionEnded(const Catch::AssertionStats& stats) override {
        judge(stats);
        return true;
    }
#endif
    void testCaseEnded(const Catch::TestCaseStats& stats) override {
        if (!in_case_) return;
        // A case that ends without an assertion was left early, by an exception that Catch
        // swallows.
        if (stats.totals.assertions.passed == 0)
            fail("", "the case ended before anything was checked", "");
        complete();
    }

  private:
    void begin(const std::string& name) {
        if (!serves_grader) return;
        if (serve() == Role::finished) _exit(0);
        in_case_ = true;
        if (name != canary_name) run_deferred_initialisers();  // the canary is ours alone
    }

    // A failed assertion ends the schedule on the spot: nothing is unwound.
    void judge(const Catch::AssertionStats& stats) const {
        const auto& result = stats.assertionResult;
        if (!in_case_ || result.isOk()) return;
        const std::string message =
            result.hasMessage() ? std::string(result.getMessage()) : std::string();
        const std::string expression =
            result.hasExpression() ? std::string(result.getExpression()) : std::string();
        const std::string expansion =
            result.hasExpandedExpression() ? std::string(result.getExpandedExpression()) : "";
        fail(expression.c_str(), expansion.c_str(), message.c_str());
    }

    bool in_case_ = false;

  public:
    static inline bool serves_grader = false;
};

CATCH_REGISTER_LISTENER(Listener)

}  // namespace
}  // namespace heddle::harness

extern "C" int __wrap_main(int count, char** arguments) {
    using namespace heddle::harness;
    const auto descriptors = given_descriptors();
    if (!descriptors) {
        run_deferred_initialisers();
        return __real_main(count, arguments);
    }
    Listener::serves_grader = true;
    return serve_grader(count, arguments, *descriptors);
}
