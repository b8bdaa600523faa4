# One folder, one library, one namespace.

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
endfunction()

# heddle_unit_test(LIBRARY file…) makes the program unit_LIBRARY of tests/unit/LIBRARY/ and registers
# each of its cases with CTest.
function(heddle_unit_test library)
    set(target unit_${library})
    add_executable(${target} ${ARGN})
    target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/tests/unit")
    target_link_libraries(${target} PRIVATE heddle::${library} Catch2::Catch2WithMain)
    target_precompile_headers(${target} REUSE_FROM unit_pch)
    catch_discover_tests(${target} TEST_PREFIX "${library}: " PROPERTIES LABELS quick)
endfunction()
