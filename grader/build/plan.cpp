#include "build/plan.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/file.hpp"

namespace heddle::build {
namespace {

using nlohmann::json;

constexpr auto modes = {model::Mode::thread, model::Mode::address};
constexpr auto flavours = {model::Flavour::hunt, model::Flavour::tsan, model::Flavour::asan};

const char* const set_up_again = "Run ./heddle setup.";

Plan plan_from(const json& course) {
    const json& compiler = course.at("compiler");
    Plan plan;
    plan.compiler = {compiler.at("path"), compiler.at("id"), compiler.at("version")};
    const json& languages = course.at("languages");
    plan.languages = {languages.at("cxx"), languages.at("c")};
    plan.ld = course.at("ld");
    plan.objcopy = course.at("objcopy");
    for (const model::Mode mode : modes) {
        const json& entry = course.at("modes").at(std::string(name(mode)));
        plan.modes[mode] = {entry.at("compile"), entry.at("pch"), entry.at("program")};
    }
    for (const model::Flavour flavour : flavours) {
        const json& entry = course.at("flavours").at(std::string(name(flavour)));
        plan.flavours[flavour] = {entry.at("link"), entry.at("trusted"), entry.at("program"),
                                  entry.at("libraries")};
    }
    for (const auto& [exercise, objects] : course.at("tests").items())
        for (const model::Mode mode : modes)
            plan.tests[exercise][mode] = objects.at(std::string(name(mode)));
    return plan;
}

}  // namespace

base::Expected<Arguments> Plan::tests_of(const std::string& exercise, model::Mode mode) const {
    const auto found = tests.find(exercise);
    if (found == tests.end())
        return base::fail({fmt::format("the tests of {} were never built", exercise),
                           "exercises/CMakeLists.txt",
                           fmt::format("Add heddle_exercise({}) there.", exercise)});
    return found->second.at(mode);
}

base::Expected<Plan> read_plan(const std::filesystem::path& build_folder) {
    const std::filesystem::path file = build_folder / "course.json";
    const auto content = base::read_file(file);
    if (!content)
        return base::fail({"the course isn't set up here", build_folder.string(), set_up_again});
    try {
        return plan_from(json::parse(*content));
    } catch (const json::exception& error) {
        return base::fail({error.what(), file.string(), set_up_again});
    }
}

}  // namespace heddle::build
