#include <assert.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    int sum = 0;
    char byte;
    pipe(ends);
    for (byte = 1; byte <= 3; ++byte) {
        if (fork() == 0) {
            write(ends[1], &byte, 1);
            _exit(0);
        }
    }
    close(ends[1]);
    while (read(ends[0], &byte, 1) > 0)
        sum += byte;
    while (wait(0) > 0) {
    }
    assert(sum == 6);
    return 0;
}
