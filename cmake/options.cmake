# heddle::options: the language level and the warnings of everything in grader/ and tests/unit/.
# Code of exercises is compiled by flavours.cmake instead, so that sanitizers chosen here never reach it.

option(HEDDLE_WERROR "Treat warnings as errors" OFF)
set(HEDDLE_SANITIZE "" CACHE STRING "Sanitizers for the grader itself, such as address,undefined")

add_library(heddle_options INTERFACE)
add_library(heddle::options ALIAS heddle_options)

target_compile_features(heddle_options INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

target_compile_options(heddle_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Wformat=2
    # g++ 12 takes a short std::string's own buffer for where its text ends.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds>
    $<$<BOOL:${HEDDLE_WERROR}>:-Werror>
)

# A quarter less time to compile than -O2; nothing here is bound by computing.
set(CMAKE_CXX_FLAGS_RELEASE "-O1 -DNDEBUG")

# A third less time to set up. While you edit one file again and again, single files are quicker.
option(HEDDLE_UNITY "Compile the files of a library together" ON)
set(CMAKE_UNITY_BUILD_BATCH_SIZE 12)

if(HEDDLE_SANITIZE)
    target_compile_options(heddle_options INTERFACE
        -fsanitize=${HEDDLE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(heddle_options INTERFACE -fsanitize=${HEDDLE_SANITIZE})
endif()
