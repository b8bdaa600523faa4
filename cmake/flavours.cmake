# How a student's code is compiled and linked, written once. CMake itself builds the trusted objects
# with these flags; the grader reads them from build/course.json (exercise.cmake) for the rest.
#
# A mode is a way to compile: `thread` or `address`. A flavour is a way to link and run:
#   hunt  thread objects, our runtime alone: many schedules
#   tsan  thread objects, our runtime above ThreadSanitizer
#   asan  address objects, our runtime above AddressSanitizer and UndefinedBehaviorSanitizer
include(CheckLinkerFlag)
include(corrected_headers)

set(HEDDLE_MODES thread address)
set(HEDDLE_FLAVOURS hunt tsan asan)
set(HEDDLE_MODE_hunt thread)
set(HEDDLE_MODE_tsan thread)
set(HEDDLE_MODE_asan address)

set(HEDDLE_INCLUDE "${PROJECT_SOURCE_DIR}/exercises/include")

# Without unique symbols: an inline variable of the student's must not bind to one of the tests'.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    set(no_unique -fno-gnu-unique)
endif()

# Ubuntu's compilers fortify what they optimise: read() would be __read_chk(), which passes us by.
set(code -std=c++20 -O1 -U_FORTIFY_SOURCE -fno-omit-frame-pointer ${no_unique} -fPIE -pthread
    -isystem "${HEDDLE_CORRECTED}")
set(HEDDLE_COMPILE_thread ${code} -fsanitize=thread "-I${HEDDLE_INCLUDE}")
# Left out is what costs a quarter of the time to compile and names no mistake of this course.
set(HEDDLE_COMPILE_address ${code} -fsanitize=address,undefined
    -fno-sanitize=alignment,object-size,pointer-overflow "-I${HEDDLE_INCLUDE}")

# What a student's files have beside that: lines and functions for the traces, which take the names of
# variables from the source text, and an end to endless lists of errors.
set(HEDDLE_COMPILE_STUDENT -g1 -fmax-errors=20)
if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    string(REPLACE "-fmax-errors" "-ferror-limit" HEDDLE_COMPILE_STUDENT "${HEDDLE_COMPILE_STUDENT}")
    # clang optimises before it instruments, gcc after: at -O1 its loops read once what the code reads
    # in each round, and accesses have no lines any more. Even so it leaves the read of ++x out.
    list(APPEND HEDDLE_COMPILE_STUDENT -O0 -mllvm -tsan-instrument-read-before-write=1)
endif()

# What exercises alone have. A local variable that is returned is moved: whether it already stands
# where the caller wants it, so that a thread may go on writing to it, is the compiler's choice. And
# templates without end are found out soon.
set(HEDDLE_COMPILE_EXERCISE -fno-elide-constructors -ftemplate-depth=200)

# What `heddle explore` adds: a C++ program may ask for another standard, and C is compiled as it is.
# An optimiser that reads once what is written twice in the code, or takes an assertion for certain,
# leaves of a mistake only the race.
set(HEDDLE_COMPILE_program_cxx -std=c++20 -O0)
set(HEDDLE_COMPILE_program_c -x c -O0 -w)
# Nor is it told what C calls undefined, C++20 does not, and working programs do.
set(HEDDLE_COMPILE_program_address -fno-sanitize=shift,nonnull-attribute)

# Trusted code of ours has lines only. What interposes is never instrumented.
set(HEDDLE_COMPILE_TRUSTED -g1)
set(HEDDLE_COMPILE_RUNTIME
    -O2 -g1 -fPIE -pthread -fno-omit-frame-pointer -fvisibility=hidden ${no_unique})

# The quickest linker there is: gold takes a third of the time of bfd.
foreach(linker gold lld)
    check_linker_flag(CXX -fuse-ld=${linker} HEDDLE_HAS_${linker})
    if(HEDDLE_HAS_${linker})
        set(use_linker -fuse-ld=${linker})
        break()
    endif()
endforeach()

# The tests' main is ours, not the one that Debian's Catch2 library brings; and so is the first
# initialisation of static locals, where threads meet. A wrap_FLAVOUR.rsp lists what else is wrapped.
foreach(function main __cxa_guard_acquire __cxa_guard_release __cxa_guard_abort)
    list(APPEND wrap -Wl,--wrap=${function})
endforeach()
set(link ${use_linker} -pie -pthread ${wrap} -Wl,-z,relro,-z,now -Wl,--build-id=none)
set(HEDDLE_LINK_hunt ${link})
set(HEDDLE_LINK_tsan ${link} -fsanitize=thread)
set(HEDDLE_LINK_asan ${link} -fsanitize=address,undefined)
foreach(flavour ${HEDDLE_FLAVOURS})
    set(wraps "${PROJECT_SOURCE_DIR}/grader/runtime/wrap_${flavour}.rsp")
    if(EXISTS "${wraps}")
        list(APPEND HEDDLE_LINK_${flavour} "@${wraps}")
        set_property(GLOBAL APPEND PROPERTY HEDDLE_WRAP_FILES "${wraps}")
    endif()
endforeach()

# Joining objects needs --force-group-allocation, which only bfd has.
find_program(HEDDLE_LD NAMES ld.bfd ld REQUIRED)
find_program(HEDDLE_OBJCOPY NAMES objcopy REQUIRED)

# heddle_flavour_library(NAME file… HUNT file… TSAN file… ASAN file…) compiles files of the calling
# folder uninstrumented, once for each flavour, with HEDDLE_FLAVOUR_HUNT, _TSAN or _ASAN defined; those
# after a flavour's name only for that one. Every program under test gets them; after PART tests only
# those of exercises, after PART programs only what `heddle explore` builds.
function(heddle_flavour_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "PART" "HUNT;TSAN;ASAN")
    set(parts tests programs)
    if(arg_PART)
        set(parts ${arg_PART})
    endif()
    foreach(flavour ${HEDDLE_FLAVOURS})
        set(target ${name}_${flavour})
        string(TOUPPER ${flavour} upper)
        add_library(${target} OBJECT ${arg_UNPARSED_ARGUMENTS} ${arg_${upper}})
        target_compile_features(${target} PRIVATE cxx_std_20)
        target_compile_definitions(${target} PRIVATE HEDDLE_FLAVOUR_${upper})
        target_compile_options(${target} PRIVATE -Wall -Wextra ${HEDDLE_COMPILE_RUNTIME})
        target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/grader" "${HEDDLE_INCLUDE}")
        target_include_directories(${target} SYSTEM PRIVATE
            "$<TARGET_PROPERTY:Catch2::Catch2,INTERFACE_INCLUDE_DIRECTORIES>")
        set_target_properties(${target} PROPERTIES UNITY_BUILD ${HEDDLE_UNITY})
        add_dependencies(course ${target})
        foreach(part ${parts})
            set_property(GLOBAL APPEND PROPERTY HEDDLE_TRUSTED_${part}_${flavour} ${target})
        endforeach()
    endforeach()
endfunction()
