# A header of the standard library that we correct, so that no right program is accused: sets
# HEDDLE_CORRECTED to a folder that comes before the library's own.
#
# libstdc++ 12 keeps a lock in each std::atomic<std::shared_ptr>, and gives it back with relaxed order
# after a load. What the next thread writes under the lock is then unordered with what this one read, and
# ThreadSanitizer says so, of a program in which nobody made a mistake. Here it is given back with release,
# as the same header does after a store.
file(WRITE "${PROJECT_BINARY_DIR}/corrected/find.cpp" "#include <memory>\n")
execute_process(
    COMMAND "${CMAKE_CXX_COMPILER}" -std=c++20 -M "${PROJECT_BINARY_DIR}/corrected/find.cpp"
    OUTPUT_VARIABLE headers
    ERROR_QUIET)

set(HEDDLE_CORRECTED "${PROJECT_BINARY_DIR}/corrected/include")
set(corrected "${HEDDLE_CORRECTED}/bits/shared_ptr_atomic.h")
file(MAKE_DIRECTORY "${HEDDLE_CORRECTED}/bits")
if(headers MATCHES "[^ \n]+/bits/shared_ptr_atomic\\.h")
    set(original "${CMAKE_MATCH_0}")
    file(READ "${original}" text)
    string(REPLACE "_M_val.fetch_sub(1, __o)"
        "_M_val.fetch_sub(1, __o == memory_order_seq_cst ? __o : memory_order_release)" text "${text}")
    string(REPLACE "_M_val.fetch_sub(1, memory_order_relaxed)"
        "_M_val.fetch_sub(1, memory_order_release)" text "${text}")
    set(present "")
    if(EXISTS "${corrected}")
        file(READ "${corrected}" present)
    endif()
    if(NOT present STREQUAL text)  # a new date would have everything compiled again
        file(WRITE "${corrected}" "${text}")
    endif()
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${original}")
endif()
