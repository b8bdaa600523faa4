/* Ten writers set two cells one after the other; the reader must never see the second alone. */
#include <assert.h>
#include <pthread.h>

enum { writers = 10 };
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int first, second;

static void set(int *cell, int value) {
    pthread_mutex_lock(&mutex);
    *cell = value;
    pthread_mutex_unlock(&mutex);
}

static int get(const int *cell) {
    pthread_mutex_lock(&mutex);
    int value = *cell;
    pthread_mutex_unlock(&mutex);
    return value;
}

static void *write_both(void *unused) {
    set(&first, 1);
    set(&second, 1);
    return unused;
}

static void *read_both(void *unused) {
    int old_first = get(&first);
    int old_second = get(&second);
    assert(old_first == old_second || old_first == 1);
    return unused;
}

int main(void) {
    pthread_t threads[writers + 1];
    for (int i = 0; i < writers; ++i) pthread_create(&threads[i], 0, write_both, 0);
    pthread_create(&threads[writers], 0, read_both, 0);
    for (int i = 0; i <= writers; ++i) pthread_join(threads[i], 0);
    return 0;
}
