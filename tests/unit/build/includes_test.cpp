#include "build/includes.hpp"

#include "catch.hpp"

using heddle::build::includes_only_headers;

TEST_CASE("headers by their names are nothing but headers") {
    CHECK(includes_only_headers("#include <mutex>\n#  include \"hit_counter.hpp\"\nint x;\n"));
    CHECK(includes_only_headers("#include <unistd.h>\n"));
    CHECK(includes_only_headers(""));
}

TEST_CASE("another source, a name that a macro makes, and data are more") {
    CHECK_FALSE(includes_only_headers("#include <mutex>\n#include \"hit_counter.cpp\"\n"));
    CHECK_FALSE(includes_only_headers("#include \"table.inc\"\n"));
    CHECK_FALSE(includes_only_headers("#define FILE \"a.cpp\"\n#include FILE\n"));
    CHECK_FALSE(includes_only_headers("%:include \"hit_counter.cpp\"\n"));
    CHECK_FALSE(includes_only_headers("#inc\\\nlude \"hit_counter.cpp\"\n"));
    CHECK_FALSE(includes_only_headers("asm(\".incbin \\\"hit_counter.cpp\\\"\");\n"));
    CHECK_FALSE(includes_only_headers("#include \"open\n"));
}
