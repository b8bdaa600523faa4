# Builds, for each exercise and mode, what a check needs beside the student's code, and tells the
# grader in build/course.json where everything is.

set(HEDDLE_PCH_DIR "${PROJECT_BINARY_DIR}/pch")
set(HEDDLE_OBJECT_DIR "${PROJECT_BINARY_DIR}/objects")

# heddle_compile(OUTPUT SOURCE DEPENDS FLAGS…) compiles one file with exactly these flags, whatever
# the build type is.
function(heddle_compile output source depends)
    cmake_path(GET output PARENT_PATH folder)
    file(MAKE_DIRECTORY "${folder}")
    cmake_path(RELATIVE_PATH output BASE_DIRECTORY "${PROJECT_BINARY_DIR}" OUTPUT_VARIABLE name)
    add_custom_command(
        OUTPUT "${output}"
        COMMAND "${CMAKE_CXX_COMPILER}" ${ARGN} -MD -MF "${output}.d" -o "${output}" "${source}"
        DEPENDS "${source}" ${HEDDLE_CORRECTED_FILES} ${depends}
        DEPFILE "${output}.d"
        COMMENT "Compiling ${name}"
        VERBATIM)
endfunction()

# heddle_precompile(NAME MODE HEADER FLAGS…) precompiles the header. HEDDLE_PCH_<NAME>_<MODE> then
# holds the flags that use it, …_FILE the file to depend on.
function(heddle_precompile name mode header)
    # GCC takes stub.gch in place of the stub, which stops the build when it can't.
    set(stub "${HEDDLE_PCH_DIR}/${mode}/${name}.hpp")
    file(CONFIGURE OUTPUT "${stub}" CONTENT "#error \"the precompiled header doesn't fit\"\n")
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        set(output "${stub}.gch")
        set(use -Winvalid-pch -include "${stub}")
    else()
        set(output "${stub}.pch")
        set(use -include-pch "${output}")
    endif()
    set(source "${HEDDLE_PCH_DIR}/${mode}/${name}.source.hpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "#include \"${header}\"\n")
    heddle_compile("${output}" "${source}" "" ${HEDDLE_COMPILE_${mode}} ${ARGN} -x c++-header)
    set(HEDDLE_PCH_${name}_${mode} ${use} PARENT_SCOPE)
    set(HEDDLE_PCH_${name}_${mode}_FILE "${output}" PARENT_SCOPE)
endfunction()

# heddle_trusted_object(MODE OBJECT SOURCE PCH FLAGS…) compiles trusted code that is instrumented as
# the student's is. OBJECT is a path below the mode's folder; PCH is "" or a precompiled header.
function(heddle_trusted_object mode object source pch)
    heddle_compile("${HEDDLE_OBJECT_DIR}/${mode}/${object}" "${source}"
        "${HEDDLE_PCH_${pch}_${mode}_FILE}"
        ${HEDDLE_COMPILE_${mode}} ${HEDDLE_COMPILE_TRUSTED} ${HEDDLE_PCH_${pch}_${mode}} ${ARGN} -c)
endfunction()

# heddle_course_library(file…) compiles the library that exercises are written against, and both
# precompiled headers: `student` for submissions, `tests` for ours. heddle::course is the same library
# for ordinary targets: IDEs and our own tests of it.
macro(heddle_course_library)
    set(sources ${ARGN})
    list(TRANSFORM sources PREPEND "${HEDDLE_INCLUDE}/heddle/")
    add_library(heddle_course STATIC EXCLUDE_FROM_ALL ${sources})
    add_library(heddle::course ALIAS heddle_course)
    target_include_directories(heddle_course PUBLIC "${HEDDLE_INCLUDE}")
    target_link_libraries(heddle_course PUBLIC heddle::options Threads::Threads)

    foreach(mode ${HEDDLE_MODES})
        heddle_precompile(student ${mode} "${PROJECT_SOURCE_DIR}/cmake/student_headers.hpp"
            ${HEDDLE_COMPILE_STUDENT} ${HEDDLE_COMPILE_EXERCISE})
        heddle_precompile(tests ${mode} "${HEDDLE_INCLUDE}/heddle/test.hpp" ${HEDDLE_COMPILE_TRUSTED})
        set(HEDDLE_LIBRARY_${mode})
        foreach(file ${ARGN})
            heddle_trusted_object(${mode} heddle/${file}.o "${HEDDLE_INCLUDE}/heddle/${file}" "")
            list(APPEND HEDDLE_LIBRARY_${mode} "${HEDDLE_OBJECT_DIR}/${mode}/heddle/${file}.o")
        endforeach()
        add_custom_target(course_${mode} DEPENDS
            ${HEDDLE_LIBRARY_${mode}} "${HEDDLE_PCH_student_${mode}_FILE}")
        add_dependencies(course course_${mode})
    endforeach()
endmacro()

# heddle_exercise(NN-slug) compiles the exercise's tests in each mode. An edition for a class has no
# hidden ones.
function(heddle_exercise name)
    set(visible "${PROJECT_SOURCE_DIR}/exercises/${name}/visible_test.cpp")
    set(hidden "${PROJECT_SOURCE_DIR}/tests/hidden/${name}/hidden_test.cpp")
    foreach(mode ${HEDDLE_MODES})
        set(objects)
        foreach(kind visible hidden)
            if(kind STREQUAL "visible" OR EXISTS "${hidden}")
                heddle_trusted_object(${mode} ${name}/${kind}.o "${${kind}}" tests
                    "-I${PROJECT_SOURCE_DIR}/exercises/${name}")
                list(APPEND objects "${HEDDLE_OBJECT_DIR}/${mode}/${name}/${kind}.o")
            endif()
        endforeach()
        add_custom_target(${name}_${mode} DEPENDS ${objects})
        add_dependencies(course ${name}_${mode})
        set_property(GLOBAL PROPERTY HEDDLE_TESTS_${name}_${mode} "${objects}")
    endforeach()
    set_property(GLOBAL APPEND PROPERTY HEDDLE_EXERCISES ${name})
    if(HEDDLE_EXERCISE_TARGETS)
        heddle_exercise_target(${name})
    endif()
endfunction()

# heddle_exercise_target(NN-slug) makes an ordinary program of the exercise and its visible tests, run
# free and in real time, for IDEs and debuggers. The grade comes from ./heddle alone.
option(HEDDLE_EXERCISE_TARGETS "A target and a test for each exercise, for IDEs" OFF)
function(heddle_exercise_target name)
    set(folder "${PROJECT_SOURCE_DIR}/exercises/${name}")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${folder}/exercise.toml")
    file(STRINGS "${folder}/exercise.toml" files REGEX "^files *=")
    string(REGEX MATCHALL "[^\"]+\\.[ch]pp" files "${files}")
    list(TRANSFORM files PREPEND "${folder}/")

    add_executable(${name} EXCLUDE_FROM_ALL ${files}
        "${folder}/port.hpp" "${folder}/port.cpp" "${folder}/visible_test.cpp")
    target_link_libraries(${name} PRIVATE heddle::course Catch2::Catch2WithMain)
    # A skeleton uses none yet. A file's own options come last.
    set_source_files_properties(${files} PROPERTIES COMPILE_OPTIONS -Wno-unused-parameter)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS exercise TIMEOUT 60)
endfunction()

# heddle_json_list(OUT item…) writes the items as a JSON array; an item may be a generator expression
# that stands for several.
function(heddle_json_list out)
    if(ARGN)
        string(REPLACE "," "$<COMMA>" items "${ARGN}")
        set(${out} "[\"$<JOIN:${items},\"$<COMMA> \">\"]" PARENT_SCOPE)
    else()
        set(${out} "[]" PARENT_SCOPE)
    endif()
endfunction()

# heddle_trusted_objects(OUT PART FLAVOUR): the objects of the libraries that PART gets in the flavour.
function(heddle_trusted_objects out part flavour)
    get_property(targets GLOBAL PROPERTY HEDDLE_TRUSTED_${part}_${flavour})
    list(TRANSFORM targets REPLACE "(.+)" "$<TARGET_OBJECTS:\\1>")
    set(${out} ${targets} PARENT_SCOPE)
endfunction()

# heddle_write_course() writes build/course.json, after all exercises were named.
function(heddle_write_course)
    foreach(mode ${HEDDLE_MODES})
        heddle_json_list(compile ${HEDDLE_COMPILE_${mode}} ${HEDDLE_COMPILE_STUDENT}
            ${HEDDLE_COMPILE_EXERCISE})
        heddle_json_list(pch ${HEDDLE_PCH_student_${mode}})
        set(program ${HEDDLE_COMPILE_${mode}} ${HEDDLE_COMPILE_program_${mode}}
            ${HEDDLE_COMPILE_STUDENT})
        list(REMOVE_ITEM program -std=c++20)
        heddle_json_list(program ${program})
        string(APPEND modes "${mode_comma}\n    \"${mode}\": {\"compile\": ${compile},\n      "
            "\"pch\": ${pch},\n      \"program\": ${program}}")
        set(mode_comma ",")
    endforeach()

    foreach(flavour ${HEDDLE_FLAVOURS})
        heddle_trusted_objects(objects tests ${flavour})
        heddle_json_list(trusted ${objects} ${HEDDLE_LIBRARY_${HEDDLE_MODE_${flavour}}})
        heddle_trusted_objects(objects programs ${flavour})
        heddle_json_list(program ${objects})
        heddle_json_list(link ${HEDDLE_LINK_${flavour}})
        heddle_json_list(libraries ${HEDDLE_CATCH2_FILES} -ldl)
        string(APPEND flavours "${flavour_comma}\n    \"${flavour}\": {\"link\": ${link},\n      "
            "\"trusted\": ${trusted},\n      \"program\": ${program},\n      \"libraries\": ${libraries}}")
        set(flavour_comma ",")
    endforeach()

    get_property(names GLOBAL PROPERTY HEDDLE_EXERCISES)
    foreach(name ${names})
        foreach(mode ${HEDDLE_MODES})
            get_property(objects GLOBAL PROPERTY HEDDLE_TESTS_${name}_${mode})
            heddle_json_list(tests_${mode} ${objects})
        endforeach()
        string(APPEND exercises "${exercise_comma}\n    \"${name}\": {\"thread\": ${tests_thread}, "
            "\"address\": ${tests_address}}")
        set(exercise_comma ",")
    endforeach()

    heddle_json_list(cxx ${HEDDLE_COMPILE_program_cxx})
    heddle_json_list(c ${HEDDLE_COMPILE_program_c})
    file(GENERATE OUTPUT "${PROJECT_BINARY_DIR}/course.json" CONTENT "{
  \"compiler\": {\"path\": \"${CMAKE_CXX_COMPILER}\", \"id\": \"${CMAKE_CXX_COMPILER_ID}\", \"version\": \"${CMAKE_CXX_COMPILER_VERSION}\"},
  \"ld\": \"${HEDDLE_LD}\",
  \"objcopy\": \"${HEDDLE_OBJCOPY}\",
  \"languages\": {\"cxx\": ${cxx}, \"c\": ${c}},
  \"modes\": {${modes}
  },
  \"flavours\": {${flavours}
  },
  \"tests\": {${exercises}
  }
}
")
endfunction()
