#include "build/object_store.hpp"

#include "build/course.hpp"

using namespace heddle;
using model::Mode;

namespace {

// Compiles with a store that was filled before, and with no compiler.
build::Built<std::filesystem::path> compile_again(TinyExercise& tiny,
                                                  const build::ObjectStore& store) {
    tiny.plan().compiler.path = "/bin/false";
    return tiny.builder(store).compile(Mode::thread);
}

}  // namespace

TEST_CASE("what was compiled before is not compiled again") {
    const TemporaryFolder folder;
    const build::ObjectStore store(folder.path(), "a toolchain");
    TinyExercise tiny = with_code("int answer() { return 42; }\n");
    required(tiny.builder(store).compile(Mode::thread));
    required(compile_again(tiny, store));
}

TEST_CASE("another header, mode or toolchain means another object") {
    const TemporaryFolder folder;
    const build::ObjectStore store(folder.path(), "a toolchain");
    TinyExercise tiny = with_code("int answer() { return 42; }\n");
    required(tiny.builder(store).compile(Mode::thread));

    SECTION("a header beside it") {
        REQUIRE(base::write_file(tiny.staged().folder / "student.hpp", "int answer();\n\n"));
        CHECK_FALSE(compile_again(tiny, store));
    }
    SECTION("a mode") {
        tiny.plan().compiler.path = "/bin/false";
        CHECK_FALSE(tiny.builder(store).compile(Mode::address));
    }
    SECTION("a toolchain") {
        CHECK_FALSE(compile_again(tiny, build::ObjectStore(folder.path(), "another")));
    }
}

TEST_CASE("a store holds on to what was used last") {
    const TemporaryFolder folder;
    const auto object = folder.path() / "object.o";
    REQUIRE(base::write_file(object, "an object"));
    const build::ObjectStore store(folder.path() / "store", "");
    for (int i = 0; i < 401; ++i)
        store.keep(std::to_string(1000 + i), object);

    CHECK(store.fetch("1400", folder.path() / "newest"));
    CHECK(base::read_file(folder.path() / "newest") == "an object");
    const auto begin = std::filesystem::directory_iterator(folder.path() / "store");
    CHECK(std::distance(begin, {}) == 300);
}
