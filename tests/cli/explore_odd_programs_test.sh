#!/bin/bash
# Programs under `explore` that wait oddly, fork, draw random numbers or are oddly named:
# explore_odd_programs_test.sh SOURCE BUILD CASE.
. "${BASH_SOURCE%/*}/exploring.sh"

a_schedule_without_end_hides_no_failure_of_another() {
    cat >forever.c <<'END'
#include <assert.h>
#include <pthread.h>
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int ready;
static int is_ready(void) {
    pthread_mutex_lock(&mutex);
    int now = ready;
    pthread_mutex_unlock(&mutex);
    return now;
}
static void *wait(void *unused) {
    if (is_ready()) assert(!"ready too early");
    for (;;) is_ready();
}
static void *prepare(void *unused) {
    pthread_mutex_lock(&mutex);
    ready = 1;
    pthread_mutex_unlock(&mutex);
    return unused;
}
int main(void) {
    pthread_t a, b;
    pthread_create(&a, 0, wait, 0);
    pthread_create(&b, 0, prepare, 0);
    pthread_join(b, 0);
    pthread_join(a, 0);
}
END
    explore 1 --schedules 100 forever.c
    says "ready too early"
}

what_waits_for_a_plain_variable_makes_way() {
    cat >spin.c <<'END'
#include <assert.h>
#include <pthread.h>
static volatile int flag, data;
static void *produce(void *unused) { flag = 1; data = 1; return unused; }
static void *consume(void *unused) { while (!flag) {} assert(data == 1); return unused; }
int main(void) {
    pthread_t p, c;
    pthread_create(&c, 0, consume, 0);
    pthread_create(&p, 0, produce, 0);
    pthread_join(p, 0);
    pthread_join(c, 0);
}
END
    for seed in 1 2 3; do
        explore 1 --schedules 300 --seed "$seed" spin.c
        says "assert(data == 1) failed"
    done
}

two_that_wait_for_each_other_on_plain_memory_take_turns() {
    cat >turns.c <<'END'
#include <assert.h>
#include <pthread.h>
static volatile int turn, rounds;
static void *play(void *me) {
    for (int i = 0; i < 3; ++i) {
        while (turn != (me != 0)) {}
        ++rounds;
        turn = !turn;
    }
    return 0;
}
int main(void) {
    pthread_t a, b;
    pthread_create(&a, 0, play, 0);
    pthread_create(&b, 0, play, &b);
    pthread_join(a, 0);
    pthread_join(b, 0);
    assert(rounds == 6);
}
END
    explore 1 --schedules 100 turns.c
    says "turn"
    says "data race"
}

no_optimiser_hides_what_an_assertion_would_show() {
    cat >folded.c <<'END'
#include <assert.h>
#include <pthread.h>
static int i;
static void *add(void *unused) {
    int before = i;
    i++;
    assert(i == before + 1);
    return unused;
}
int main(void) {
    pthread_t a, b;
    pthread_create(&a, 0, add, 0);
    pthread_create(&b, 0, add, 0);
    pthread_join(a, 0);
    pthread_join(b, 0);
}
END
    explore 1 --schedules 300 folded.c
    says "assert(i == before + 1) failed"
    says "read  i → "
}

a_variable_may_be_called_as_a_controlled_function() {
    cat >send.c <<'END'
#include <pthread.h>
pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
_Bool send, wait, poll;
void *toggle(void *unused) {
    pthread_mutex_lock(&lock);
    send = wait = poll = !send;
    pthread_mutex_unlock(&lock);
    return unused;
}
int main(void) {
    pthread_t a, b;
    pthread_create(&a, 0, toggle, 0);
    pthread_create(&b, 0, toggle, 0);
    pthread_join(a, 0);
    pthread_join(b, 0);
    return send;
}
END
    explore 0 --schedules 30 send.c
}

files_in_two_folders_and_odd_names_are_fine() {
    mkdir -p one two
    printf 'void hit(void);\n' >two/hit.h
    printf '#include "hit.h"\nstatic int hits;\nvoid hit(void) { ++hits; }\n' >two/hit.c
    cat >one/-odd.c <<'END'
#include <pthread.h>
#include "../two/hit.h"
static void *work(void *unused) { hit(); return unused; }
int main(void) {
    pthread_t a, b;
    pthread_create(&a, 0, work, 0);
    pthread_create(&b, 0, work, 0);
    pthread_join(a, 0);
    pthread_join(b, 0);
    return 0;
}
END
    explore 1 one/-odd.c two/hit.c
    says "two/hit.c:3"
    cd one || exit 1
    explore 1 ./-odd.c ../two/hit.c
}

a_file_may_be_called_as_one_of_the_runtime() {
    cat >once.cpp <<'END'
#include <mutex>
#include <thread>
std::mutex mutex;
int make() { std::lock_guard lock(mutex); return 3; }
int value() { static const int made = make(); return made; }
int main() { std::jthread a([] { value(); }), b([] { std::lock_guard lock(mutex); value(); }); }
END
    explore 1 once.cpp
    says "once.cpp:5"
    grep -q "once.cpp:[7-9]\|once.cpp:[1-9][0-9]" out && fail "a line of the runtime is named"
    grep -q "once *made" out || fail "the initialisation has no name"
}

a_program_may_replace_operator_new() {
    cat >counted.cpp <<'END'
#include <cassert>
#include <cstdlib>
#include <mutex>
#include <new>
#include <sstream>
#include <string>
#include <thread>
namespace {
std::mutex mutex;
long blocks = 0;
void count(long more) {
    const std::lock_guard lock(mutex);
    blocks += more;
}
}  // namespace
// In front of each block stands room for its size.
void* operator new(std::size_t size) {
    void* const whole = std::malloc(size + 16);
    if (whole == nullptr) throw std::bad_alloc();
    count(1);
    return static_cast<char*>(whole) + 16;
}
void operator delete(void* block) noexcept {
    if (block == nullptr) return;
    count(-1);
    std::free(static_cast<char*>(block) - 16);
}
void operator delete(void* block, std::size_t) noexcept { operator delete(block); }
int main() {
    const auto work = [] {
        std::istringstream text("longer-than-what-a-string-holds-in-itself");
        std::string word;
        text >> word;  // the library takes memory, the program gives it back
        assert(word.size() > 20);
    };
    std::thread a(work);
    std::thread b(work);
    a.join();
    b.join();
    assert(blocks == 0);
}
END
    explore 0 --schedules 100 counted.cpp
    ! grep -q "no-address-sanitizer" found.json || fail "AddressSanitizer has nothing to say"
    sed '/lock_guard/d' counted.cpp >uncounted.cpp
    explore 1 --schedules 100 uncounted.cpp
    says "blocks"
}

forked_children_are_followed() {
    explore 0 "$programs/pipe_from_children.c"
    explore 1 "$programs/write_end_left_open.c"
    says "still open in main"
    cp found.json first.json
    explore 1 "$programs/write_end_left_open.c"
    cmp -s <(grep -v '"wall_ms"' found.json) <(grep -v '"wall_ms"' first.json) ||
        fail "another time, another report"
}

# Every schedule adds a line for main and one for its child.
random_numbers_are_the_same_in_every_schedule() {
    cat >numbers.cpp <<'EOF'
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/wait.h>
#include <unistd.h>
#include <fstream>
#include <random>
#include <string>
#include <thread>

std::string numbers;

void add(unsigned long number) { numbers += ' ' + std::to_string(number); }

void draw() {
    unsigned long number = 0;
    getrandom(&number, sizeof number, 0);
    add(number);
    getentropy(&number, sizeof number);
    add(number);
    arc4random_buf(&number, sizeof number);
    add(number);
    add(arc4random());
    add(arc4random_uniform(1'000'000'000));
    add(std::random_device{}());
    const int file = open("/dev/urandom", O_RDONLY);
    if (read(file, &number, sizeof number) != sizeof number) abort();
    close(file);
    add(number);
    FILE* stream = fopen("/dev/random", "rbe");
    if (fread(&number, sizeof number, 1, stream) != 1) abort();
    fclose(stream);
    add(number);
    std::ifstream input("/dev/urandom", std::ios::binary);
    input.read(reinterpret_cast<char*>(&number), sizeof number);
    add(number);
}

void write_down(const char* path, const std::string& who) {
    const int file = open(path, O_WRONLY | O_APPEND);
    const std::string line = who + numbers + '\n';
    if (write(file, line.data(), line.size()) < 0) abort();
}

int main(int, char** arguments) {
    if (fork() == 0) {
        draw();
        write_down(arguments[1], "child");
        return 0;
    }
    wait(nullptr);
    std::thread(draw).join();
    write_down(arguments[1], "main");
}
EOF
    : >lines
    explore 0 --schedules 20 numbers.cpp -- "$work/lines"
    sort lines | uniq -c >counted
    [[ $(wc -l <counted) == 2 && $(grep -cE '^ *[2-9][0-9] ' counted) == 2 ]] ||
        fail "other numbers in another schedule"
    [[ $(cut -d ' ' -f 2- lines | sort -u | wc -l) == 2 ]] || fail "a child has its parent's numbers"
}

# What the system says of a call stays as it was.
who_asks_for_random_numbers_in_vain_is_told() {
    cat >vain.c <<'EOF'
#define _GNU_SOURCE
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/random.h>
#include <unistd.h>

int main(void) {
    char bytes[300];
    assert(getrandom(NULL, 4, 0) == -1 && errno == EFAULT);
    assert(getrandom(bytes, 4, ~0U) == -1 && errno == EINVAL);
    assert(getentropy(bytes, sizeof bytes) == -1 && errno == EIO);
    assert(open(NULL, O_RDONLY) == -1 && errno == EFAULT);
    const int device = open("/dev/urandom", O_WRONLY);
    assert(read(device, bytes, 4) == -1 && errno == EBADF);
    FILE* const endless = fopen("/dev/urandom", "r");
    for (int i = 0; i < 100000; ++i)
        assert(fgetc(endless) != EOF);
}
EOF
    explore 0 --schedules 5 --cflags -w vain.c
}

$3
