/* Each critical section is right, the two together are not: the last seat is sold twice. */
#include <assert.h>
#include <pthread.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int seats = 1;

static int has_seats(void) {
    pthread_mutex_lock(&mutex);
    int some = seats > 0;
    pthread_mutex_unlock(&mutex);
    return some;
}

static void *book(void *unused) {
    if (has_seats()) {
        pthread_mutex_lock(&mutex);
        --seats;
        pthread_mutex_unlock(&mutex);
    }
    return unused;
}

int main(void) {
    pthread_t a, b;
    pthread_create(&a, 0, book, 0);
    pthread_create(&b, 0, book, 0);
    pthread_join(a, 0);
    pthread_join(b, 0);
    assert(seats >= 0);
    return 0;
}
