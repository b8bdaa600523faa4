// What the tests of exercise 07 see of a submission: service_main, and what its threads did with
// the two functions that service.hpp gives them.
#pragma once

#include "heddle/lab.hpp"

namespace heddle::port {

/// How many records there are to be written.
void set_records(int count);

/// The student's service_main, called straight through. A heart that beats for minutes, since
/// somebody waits for it, fails the test case.
int service_main(Journal& journal);

/// What has been done so far. It takes no lock, and orders nothing between the student's threads.
struct Log {
    int beats = 0;
    bool main_has_beaten = false;
    int records_taken = 0;
    int writer = 0;  // ident() of the thread that took a record last; 0: nobody did
    bool main_was_writer = false;
    bool had_several_writers = false;
    bool is_all_taken = false;  // somebody was told that there are no more
};
Log log();

}  // namespace heddle::port
