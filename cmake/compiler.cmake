# Whether the compiler can do what the course asks of it, said before anything is built.
include(CheckCXXSourceCompiles)

# heddle_require_compiler(ID NAME COMMAND OLDEST) stops where the compiler is of this kind and too old.
function(heddle_require_compiler id name command oldest)
    if(CMAKE_CXX_COMPILER_ID STREQUAL id AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS oldest)
        message(FATAL_ERROR "${CMAKE_CXX_COMPILER} is version ${CMAKE_CXX_COMPILER_VERSION}; "
            "${name} needs at least ${oldest}.\n"
            "Run: sudo apt-get install ${name}-${oldest}, then: CXX=${command}-${oldest} ./heddle")
    endif()
endfunction()

heddle_require_compiler(GNU g++ g++ 12)
heddle_require_compiler(Clang clang clang++ 14)
if(NOT CMAKE_CXX_COMPILER_ID MATCHES "^(GNU|Clang)$")
    message(FATAL_ERROR "${CMAKE_CXX_COMPILER} is neither g++ nor clang++.\n"
        "Run: sudo apt-get install g++")
endif()

# Distributions have clang's sanitizers in a package of their own.
set(package_GNU g++)
string(REGEX MATCH "^[0-9]+" major "${CMAKE_CXX_COMPILER_VERSION}")
set(package_Clang libclang-rt-${major}-dev)
foreach(sanitizer thread address undefined)
    set(CMAKE_REQUIRED_FLAGS -fsanitize=${sanitizer})
    check_cxx_source_compiles("int main() {}" HEDDLE_HAS_${sanitizer}_SANITIZER)
    if(NOT HEDDLE_HAS_${sanitizer}_SANITIZER)
        unset(HEDDLE_HAS_${sanitizer}_SANITIZER CACHE) # it may be installed the next time
        message(FATAL_ERROR "${CMAKE_CXX_COMPILER} can't link with -fsanitize=${sanitizer}.\n"
            "Run: sudo apt-get install ${package_${CMAKE_CXX_COMPILER_ID}}")
    endif()
endforeach()
unset(CMAKE_REQUIRED_FLAGS)
