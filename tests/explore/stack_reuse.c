// A stack without locks whose nodes are used again. A pop reads the top and what lies below it, and is
// interrupted; another thread takes both and puts the first back. The exchange finds the top it
// expects, and what it puts there is in use (the ABA problem).
#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>

struct node {
    struct node* _Atomic below;
    atomic_bool is_taken;
};

static struct node nodes[2];
static struct node* _Atomic top;

static void push(struct node* node) {
    atomic_store(&node->is_taken, 0);
    struct node* old = atomic_load(&top);
    do
        atomic_store(&node->below, old);
    while (!atomic_compare_exchange_strong(&top, &old, node));
}

static struct node* pop(void) {
    struct node* old = atomic_load(&top);
    while (old != NULL &&
           !atomic_compare_exchange_strong(&top, &old, atomic_load(&old->below))) {
    }
    if (old != NULL) atomic_store(&old->is_taken, 1);
    return old;
}

static void* take_one(void* unused) {
    pop();
    return unused;
}

static void* take_two_return_one(void* unused) {
    struct node* first = pop();
    pop();
    if (first != NULL) push(first);
    return unused;
}

int main(void) {
    pthread_t threads[2];
    push(&nodes[0]);
    push(&nodes[1]);
    pthread_create(&threads[0], NULL, take_one, NULL);
    pthread_create(&threads[1], NULL, take_two_return_one, NULL);
    pthread_join(threads[0], NULL);
    pthread_join(threads[1], NULL);
    assert(top == NULL || !top->is_taken);
}
