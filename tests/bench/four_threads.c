/* The program whose schedules are counted: four threads, some 150 steps in `hunt`. */
#include <pthread.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int hits;

static void* hit(void* unused) {
    for (int i = 0; i < 12; ++i) {
        pthread_mutex_lock(&mutex);
        ++hits;
        pthread_mutex_unlock(&mutex);
    }
    return unused;
}

int main(void) {
    pthread_t threads[4];
    for (int i = 0; i < 4; ++i)
        pthread_create(&threads[i], NULL, hit, NULL);
    for (int i = 0; i < 4; ++i)
        pthread_join(threads[i], NULL);
    return hits == 48 ? 0 : 1;
}
