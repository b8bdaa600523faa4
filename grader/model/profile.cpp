#include "model/profile.hpp"

namespace heddle::model {

TimeSpent& TimeSpent::operator+=(const TimeSpent& other) {
    compute += other.compute;
    io_wait += other.io_wait;
    sleep += other.sleep;
    lock_wait += other.lock_wait;
    thread_wait += other.thread_wait;
    polling += other.polling;
    return *this;
}

TimeSpent total(const Profile& profile) {
    TimeSpent sum;
    for (const ThreadProfile& thread : profile.threads)
        sum += thread.time;
    return sum;
}

}  // namespace heddle::model
