#!/bin/bash
# How programs under `explore` may end, and what that is called:
# explore_endings_test.sh SOURCE BUILD CASE.
. "${BASH_SOURCE%/*}/exploring.sh"

what_takes_too_long_is_not_accused() {
    printf 'int main(void) { volatile int n = 0; while (n == 0) {} }\n' >spin.c
    explore 2 --schedules 3 spin.c
    says "a smaller problem"
    cat >long.cpp <<'END'
#include <mutex>
#include <thread>
int main() {
    std::mutex mutex;
    const auto lock_often = [&] { for (int i = 0; i < 60'000; ++i) std::lock_guard lock(mutex); };
    std::jthread a(lock_often), b(lock_often);
}
END
    explore 2 --schedules 3 long.cpp
    says "was not over after 60,000 steps"
    printf 'int n[64];\nint main(void) { for (int i = 0; i < 3000000; ++i) n[i %% 64] = i; }\n' >fill.c
    explore 2 --schedules 3 fill.c
    says "was not over after 2,000,000 steps and memory"
}

memory_without_end_is_no_crash() {
    cat >hoard.c <<'END'
#include <pthread.h>
#include <stdlib.h>
static char *volatile last;
static void *hoard(void *unused) {
    for (;;) *(last = malloc(8 << 20)) = 1;
    return unused;
}
int main(void) {
    pthread_t thread;
    pthread_create(&thread, 0, hoard, 0);
    return pthread_join(thread, 0);
}
END
    explore 2 --schedules 3 hoard.c
    says "hoard.c:5: the program ran out of memory: more than 1 GB was asked for"
    says "and 8 MB of it were refused"
    cat out err >first
    explore 2 --schedules 3 hoard.c
    cat out err | cmp -s - first || fail "another time, other words"
    printf '#include <vector>\nint main() { std::vector<long> all(1); for (;;) all.reserve(2 * all.capacity()); }\n' >grow.cpp
    explore 2 --schedules 3 grow.cpp
    says "the program ran out of memory"
}

a_program_that_copes_without_memory_is_not_accused() {
    printf '#include <stdlib.h>\nint main(void) { while (malloc(1 << 20)) {} return 0; }\n' >full.c
    explore 0 --schedules 10 full.c
    cat >cope.cpp <<'END'
#include <memory>
#include <new>
#include <thread>
#include <vector>
int main() {
    std::jthread([] {
        std::vector<std::unique_ptr<char[]>> all;
        try {
            for (;;) all.push_back(std::make_unique_for_overwrite<char[]>(1 << 24));
        } catch (const std::bad_alloc&) {
        }
    });
}
END
    explore 0 --schedules 10 cope.cpp
    cat >huge.cpp <<'END'
#include <new>
int main(int n, char**) {
    try {
        char *volatile all = new char[(1ull << 45) * n];
        return all != nullptr;
    } catch (const std::bad_alloc&) {
    }
}
END
    explore 0 --schedules 10 huge.cpp
    cat >many.cpp <<'END'
#include <thread>
#include <vector>
int main() {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 200; ++i) threads.emplace_back([] {});
}
END
    explore 0 --schedules 3 many.cpp
}

a_program_says_by_its_code_that_it_failed() {
    printf '#include <stdlib.h>\nint main(void) { exit(3); }\n' >exit.c
    explore 1 --schedules 3 exit.c
    says "exit(3) was called"
    [[ $(field outcome) == wrong_result ]] || fail "the outcome is $(field outcome)"
    printf 'int main(void) { return 4; }\n' >return.c
    explore 1 --schedules 3 return.c
    says "main returned 4"
    [[ $(field outcome) == wrong_result ]] || fail "the outcome is $(field outcome)"
}

what_ends_a_program_is_called_by_its_name() {
    printf '#include <signal.h>\nint main(void) { raise(SIGTERM); return 0; }\n' >term.c
    explore 1 --schedules 3 term.c
    says "The signal SIGTERM ended the whole program"
    says "Who sends this signal"
    printf '#include <stdlib.h>\nint main(void) { abort(); }\n' >abort.c
    explore 1 --schedules 3 abort.c
    says "main gave up, and the whole program ended: abort() was called"
    says "What had become false"
    printf '#include <stdlib.h>\nint main(void) { char *volatile a = malloc(9); free(a); free(a); }\n' >twice.c
    explore 1 --schedules 3 twice.c
    says "free(): double free detected in tcache 2"
    says "main misuses memory: double-free (twice.c:2)"
    printf 'int deep(int n) { volatile char all[200000]; all[0] = 1; return deep(n + 1) + all[0]; }\nint main(void) { return deep(0); }\n' >deep.c
    explore 1 --schedules 3 deep.c
    says "main uses up its stack (deep.c:1)"
    printf 'int main(int n, char **all) { return 5 / (n - 1); }\n' >divide.c
    explore 1 --schedules 3 divide.c
    says "By what is divided here"
    printf 'int main(int n, char **all) { return *(int *)(long)(n - 1); }\n' >null.c
    explore 1 --schedules 3 null.c
    says "an access to memory that isn't there"
    says "something was used through a null pointer"
}

main_may_end_before_the_others() {
    cat >early.c <<'END'
#include <pthread.h>
#include <unistd.h>
static void *nap(void *unused) { sleep(5); return unused; }
int main(void) {
    pthread_t thread;
    pthread_create(&thread, 0, nap, 0);
    pthread_detach(thread);
    pthread_exit(0);
}
END
    explore 0 --schedules 20 early.c
}

$3
