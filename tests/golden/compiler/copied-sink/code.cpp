#include "heddle/lab.hpp"

void count(heddle::Sink sink) { sink.put(1); }

void count_twice(heddle::Sink& sink) {
    count(sink);
    count(sink);
}
