#include "session/binaries.hpp"

#include "session/cache.hpp"

namespace heddle::session {

using build::Built;
using model::Flavour;
using model::Mode;
using Path = std::filesystem::path;

Built<HuntBuild> build_hunt(const Course& course, const build::Staged& staged) {
    const auto runner = process::make_runner();
    build::Builder builder(course.plan, staged, *runner, object_store(course, staged.exercise));
    const auto joined = builder.compile(Mode::thread);
    if (!joined) return tl::unexpected(joined.error());
    auto program = builder.link(Flavour::hunt, *joined);
    if (!program) return tl::unexpected(program.error());
    return HuntBuild{std::move(*program), *joined};
}

Built<Binaries> build_others(const Course& course, const build::Staged& staged,
                             const Path& thread_object) {
    const auto runner = process::make_runner();
    build::Builder builder(course.plan, staged, *runner, object_store(course, staged.exercise));
    const auto joined = builder.compile(Mode::address);
    if (!joined) return tl::unexpected(joined.error());
    Binaries binaries;
    const std::pair<Flavour, Path> wanted[] = {{Flavour::asan, *joined},
                                               {Flavour::tsan, thread_object}};
    for (const auto& [flavour, object] : wanted) {
        const auto program = builder.link(flavour, object);
        if (!program) return tl::unexpected(program.error());
        binaries.emplace(flavour, *program);
    }
    return binaries;
}

}  // namespace heddle::session
