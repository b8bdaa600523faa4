// completed
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>

#include "litmus.hpp"

TEST_CASE("streams through a pipe") {
    int ends[2] = {};
    REQUIRE(pipe(ends) == 0);
    if (fork() == 0) {
        close(ends[0]);
        FILE* const out = fdopen(ends[1], "w");
        for (int i = 1; i <= 3; ++i) {
            fprintf(out, "line %d\n", i);
            fflush(out);
        }
        exit(fclose(out));
    }
    close(ends[1]);
    FILE* const in = fdopen(ends[0], "r");
    char line[32] = {};
    std::string all;
    while (fgets(line, sizeof line, in) != nullptr)
        all += line;
    fclose(in);
    int status = 1;
    REQUIRE(wait(&status) > 0);
    REQUIRE(status == 0);
    REQUIRE(all == "line 1\nline 2\nline 3\n");
}
