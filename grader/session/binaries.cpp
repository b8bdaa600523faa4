#include "session/binaries.hpp"

#include "session/cache.hpp"
#include "session/canary.hpp"

namespace heddle::session {

using build::Built;
using model::Flavour;
using model::Mode;
using Path = std::filesystem::path;

namespace {

base::Expected<std::optional<Refused>> inspect(const build::Builder& builder, Mode mode,
                                               const build::Staged& staged) {
    for (const std::string& source : staged.sources) {
        const auto hooks = source == "port.cpp" ? gate::Hooks::allowed : gate::Hooks::refused;
        auto found = gate::inspect(builder.object_of(mode, source), hooks);
        if (!found) return base::fail(found.error());
        if (*found) return Refused{source, std::move(**found)};
    }
    return std::nullopt;
}

}  // namespace

Built<HuntBuild> build_hunt(const Course& course, const build::Staged& staged) {
    const auto runner = process::make_runner();
    build::Builder builder(course.plan, staged, *runner, object_store(course, staged.exercise));
    const auto joined = builder.compile(Mode::thread);
    if (!joined) return tl::unexpected(joined.error());
    auto refused = inspect(builder, Mode::thread, staged);
    if (!refused) return tl::unexpected<build::Failure>(refused.error());
    if (*refused) return HuntBuild{std::move(*refused), {}, {}};
    auto program = builder.link(Flavour::hunt, *joined);
    if (!program) return tl::unexpected(program.error());
    return HuntBuild{std::nullopt, std::move(*program), *joined};
}

Built<OtherBuilds> build_others(const Course& course, const build::Staged& staged,
                                const Path& thread_object) {
    const auto runner = process::make_runner();
    build::Builder builder(course.plan, staged, *runner, object_store(course, staged.exercise));
    const auto joined = builder.compile(Mode::address);
    if (!joined) return tl::unexpected(joined.error());
    auto refused = inspect(builder, Mode::address, staged);
    if (!refused) return tl::unexpected<build::Failure>(refused.error());
    if (*refused) return OtherBuilds{std::move(*refused), {}, {}};
    OtherBuilds others;
    const std::pair<Flavour, Path> wanted[] = {{Flavour::asan, *joined},
                                               {Flavour::tsan, thread_object}};
    for (const auto& [flavour, object] : wanted) {
        const auto program = builder.link(flavour, object);
        if (!program) return tl::unexpected(program.error());
        others.programs.emplace(flavour, *program);
    }
    for (const auto& [flavour, program] : others.programs)
        others.speaks.emplace(flavour, prove_sanitizer(program, flavour));
    return others;
}

}  // namespace heddle::session
