// Ten threads (or -DWRITERS=N) write two numbers, and the last thread to come may see the first
// written and the second not.
#include <assert.h>
#include <pthread.h>
#include <stddef.h>

#ifndef WRITERS
#define WRITERS 10
#endif

enum { writers = WRITERS };

static int first;
static int second;

static void* write_both(void* unused) {
    first = 1;
    second = 1;
    return unused;
}

static void* read_both(void* unused) {
    int seen = first;
    assert(seen == second);
    return unused;
}

int main(void) {
    pthread_t threads[writers + 1];
    for (int i = 0; i < writers; ++i)
        pthread_create(&threads[i], NULL, write_both, NULL);
    pthread_create(&threads[writers], NULL, read_both, NULL);
    for (int i = 0; i <= writers; ++i)
        pthread_join(threads[i], NULL);
}
