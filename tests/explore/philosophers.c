/* Each takes the fork on the left, then the one on the right. */
#include <pthread.h>

#define N 3

static pthread_mutex_t forks[N];
static int meals;

static void *dine(void *seat) {
    long i = (long)seat;
    pthread_mutex_lock(&forks[i]);
    pthread_mutex_lock(&forks[(i + 1) % N]);
    int seen = meals;
    meals = seen + 1;
    pthread_mutex_unlock(&forks[(i + 1) % N]);
    pthread_mutex_unlock(&forks[i]);
    return 0;
}

int main(void) {
    pthread_t threads[N];
    for (long i = 0; i < N; ++i) pthread_mutex_init(&forks[i], 0);
    for (long i = 0; i < N; ++i) pthread_create(&threads[i], 0, dine, (void *)i);
    for (long i = 0; i < N; ++i) pthread_join(threads[i], 0);
    return 0;
}
