# Headers of the standard library that we correct, so that no right program is accused: sets
# HEDDLE_CORRECTED to a folder that comes before the library's own, and HEDDLE_CORRECTED_FILES.
file(WRITE "${PROJECT_BINARY_DIR}/corrected/find.cpp" "#include <memory>\n#include <semaphore>\n")
execute_process(
    COMMAND "${CMAKE_CXX_COMPILER}" -std=c++20 -M "${PROJECT_BINARY_DIR}/corrected/find.cpp"
    OUTPUT_VARIABLE headers
    ERROR_QUIET)
set(HEDDLE_CORRECTED "${PROJECT_BINARY_DIR}/corrected/include")
file(MAKE_DIRECTORY "${HEDDLE_CORRECTED}/bits")

# heddle_correct(NAME FROM TO…) copies the library's bits/NAME with each FROM replaced by its TO. A
# library that has no such header, or another text, is left as it is.
function(heddle_correct name)
    string(REPLACE "." "\\." pattern "${name}")
    if(NOT headers MATCHES "[^ \n]+/bits/${pattern}")
        return()
    endif()
    set(original "${CMAKE_MATCH_0}")
    file(READ "${original}" text)
    while(ARGN)
        list(POP_FRONT ARGN from to)
        string(REPLACE "${from}" "${to}" text "${text}")
    endwhile()
    set(present "")
    set(corrected "${HEDDLE_CORRECTED}/bits/${name}")
    if(EXISTS "${corrected}")
        file(READ "${corrected}" present)
    endif()
    if(NOT present STREQUAL text)  # a new date would have everything compiled again
        file(WRITE "${corrected}" "${text}")
    endif()
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${original}")
    set(HEDDLE_CORRECTED_FILES ${HEDDLE_CORRECTED_FILES} "${corrected}" PARENT_SCOPE)
endfunction()

# libstdc++ 12 keeps a lock in each std::atomic<std::shared_ptr>, and gives it back with relaxed order
# after a load. What the next thread writes under the lock is then unordered with what this one read, and
# ThreadSanitizer says so, of a program in which nobody made a mistake. Here it is given back with release,
# as the same header does after a store.
heddle_correct(shared_ptr_atomic.h
    "_M_val.fetch_sub(1, __o)"
    "_M_val.fetch_sub(1, __o == memory_order_seq_cst ? __o : memory_order_release)"
    "_M_val.fetch_sub(1, memory_order_relaxed)"
    "_M_val.fetch_sub(1, memory_order_release)")

# In libstdc++ 12 a thread that waits for a semaphore may sleep for ever: it reads a count of 1, is
# overtaken, and goes to sleep for as long as the count is 1, which it is again by then, without anybody
# left to wake it (GCC bug 104928). Here it sleeps for as long as the count is 0. A wait with a deadline
# has the same mistake and wakes up at its deadline; that is left as it is.
heddle_correct(semaphore_base.h
    "std::__atomic_wait_address_bare(&_M_counter, __pred)"
    "while (!std::__detail::__atomic_spin(__pred)) std::__detail::__platform_wait(&_M_counter, 0)")
