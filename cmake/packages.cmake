# Third-party libraries. All come from the distribution (packages.txt); nothing is fetched.

find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(pugixml REQUIRED)
find_package(tl-expected REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(Catch2 REQUIRED)

# heddle_find_library(TARGET LIBRARY HEADER) makes TARGET for a library without a CMake package.
function(heddle_find_library target library header)
    find_library(HEDDLE_LIB_${library} ${library} REQUIRED)
    find_path(HEDDLE_INCLUDE_${library} ${header} REQUIRED)
    add_library(${target} UNKNOWN IMPORTED)
    set_target_properties(${target} PROPERTIES
        IMPORTED_LOCATION "${HEDDLE_LIB_${library}}"
        INTERFACE_INCLUDE_DIRECTORIES "${HEDDLE_INCLUDE_${library}}")
endfunction()

heddle_find_library(heddle::nettle nettle nettle/sha2.h)
heddle_find_library(heddle::libelf elf gelf.h)
heddle_find_library(heddle::libdw dw elfutils/libdwfl.h)

# Debian 12 has version 2 with one library, Ubuntu 24.04 version 3 with two.
set(HEDDLE_CATCH2_FILES "$<TARGET_FILE:Catch2::Catch2WithMain>")
if(Catch2_VERSION VERSION_GREATER_EQUAL 3)
    list(APPEND HEDDLE_CATCH2_FILES "$<TARGET_FILE:Catch2::Catch2>")
endif()

include(Catch)  # catch_discover_tests()
