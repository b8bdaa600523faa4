# One folder, one library, one namespace.

# Precompiled once, for every library whose sources use what grader/base does.
add_library(heddle_headers OBJECT "${PROJECT_SOURCE_DIR}/cmake/grader_headers.cpp")
target_link_libraries(heddle_headers PRIVATE heddle::options fmt::fmt tl::expected)
target_precompile_headers(heddle_headers PRIVATE "${PROJECT_SOURCE_DIR}/cmake/grader_headers.hpp")

# heddle_library(NAME HEADERS file… SOURCES file… USES target…)
# Makes heddle::NAME from the files of the calling folder. Headers are included from grader/, as
# "NAME/file.hpp". A library without sources is header-only.
function(heddle_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS;SOURCES;USES")
    set(kind STATIC)
    set(scope PUBLIC)
    if(NOT arg_SOURCES)
        set(kind INTERFACE)
        set(scope INTERFACE)
    endif()

    set(target heddle_${name})
    add_library(${target} ${kind})
    add_library(heddle::${name} ALIAS ${target})
    target_sources(${target}
        ${scope} FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}/grader" FILES ${arg_HEADERS}
        PRIVATE ${arg_SOURCES})
    target_link_libraries(${target} ${scope} heddle::options ${arg_USES})
    if(arg_SOURCES AND arg_USES)
        target_precompile_headers(${target} REUSE_FROM heddle_headers)
    endif()
    if(HEDDLE_UNITY AND arg_SOURCES)
        set_target_properties(${target} PROPERTIES UNITY_BUILD ON)
        # A file's own types are taken for a header's.
        target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
    endif()
endfunction()

# heddle_unit_test(NAME file… USES target…) makes the program unit_NAME from files of the calling
# folder and registers each of its cases with CTest. It is linked with heddle::NAME, where there is one.
function(heddle_unit_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "USES")
    set(target unit_${name})
    add_executable(${target} ${arg_UNPARSED_ARGUMENTS})
    target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/tests/unit")
    target_link_libraries(${target} PRIVATE
        heddle::options ${arg_USES} $<TARGET_NAME_IF_EXISTS:heddle::${name}> Catch2::Catch2WithMain)
    target_precompile_headers(${target} REUSE_FROM unit_pch)
    catch_discover_tests(${target} TEST_PREFIX "${name}: " PROPERTIES LABELS quick)
endfunction()
