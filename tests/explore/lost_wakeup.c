/* The consumer looks before it waits, but not under one lock: a signal in between is lost. */
#include <pthread.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t ready = PTHREAD_COND_INITIALIZER;
static int items;

static int is_empty(void) {
    pthread_mutex_lock(&mutex);
    int empty = items == 0;
    pthread_mutex_unlock(&mutex);
    return empty;
}

static void *consume(void *unused) {
    if (is_empty()) {
        pthread_mutex_lock(&mutex);
        pthread_cond_wait(&ready, &mutex);
        pthread_mutex_unlock(&mutex);
    }
    return unused;
}

static void *produce(void *unused) {
    pthread_mutex_lock(&mutex);
    ++items;
    pthread_cond_signal(&ready);
    pthread_mutex_unlock(&mutex);
    return unused;
}

int main(void) {
    pthread_t consumer, producer;
    pthread_create(&consumer, 0, consume, 0);
    pthread_create(&producer, 0, produce, 0);
    pthread_join(producer, 0);
    pthread_join(consumer, 0);
    return 0;
}
