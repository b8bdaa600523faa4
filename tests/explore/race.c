/* Two threads count without a lock. */
#include <pthread.h>

static int hits;

static void *hit(void *unused) {
    ++hits;
    return unused;
}

int main(void) {
    pthread_t a, b;
    pthread_create(&a, 0, hit, 0);
    pthread_create(&b, 0, hit, 0);
    pthread_join(a, 0);
    pthread_join(b, 0);
    return 0;
}
