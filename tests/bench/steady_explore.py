#!/usr/bin/env python3
"""Explores programs again and again, idle and with every processor busy, half of them with address
randomisation off, and compares what is found: verdicts, choices and traces.

    steady_explore.py ROOT BUILD [--repeats N] [PROGRAM...]

Each program is explored N times idle and N times busy; without programs, some of tests/explore.
Prints how many of all were equal; exit code 1 when one differs.
"""
import argparse
import collections
import contextlib
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile

PROGRAMS = ["check_then_act.c", "lock_order.c", "lost_wakeup.c", "philosophers.c", "race.c",
            "reordered_writes.c", "right_queue.cpp", "stack_reuse.c"]
TIMES = {"time", "wall_ms"}


def without_times(value):
    if isinstance(value, dict):
        return {key: without_times(each) for key, each in value.items() if key not in TIMES}
    if isinstance(value, list):
        return [without_times(each) for each in value]
    return value


def explored(arguments, program, is_randomised):
    """A hash of everything the JSON says, and the outcome in a word."""
    with tempfile.TemporaryDirectory() as folder:
        found = pathlib.Path(folder) / "found.json"
        command = [arguments.build / "bin/heddle", "explore", program, "--json", found]
        layout = [] if is_randomised else ["setarch", "-R"]
        environment = {**os.environ, "HEDDLE_ROOT": str(arguments.root),
                       "HEDDLE_BUILD": str(arguments.build)}
        done = subprocess.run(layout + command, env=environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode not in (0, 1):
            sys.exit(f"{program}: {done.stderr}")
        report = without_times(json.loads(found.read_text()))
    outcome = report["outcome"]
    text = json.dumps(report, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:12], outcome


@contextlib.contextmanager
def load(is_busy):
    loops = [subprocess.Popen(["sh", "-c", "while :; do :; done"])
             for _ in range(os.cpu_count() if is_busy else 0)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


def measured(arguments, program):
    """How often each result came, idle and busy, with and without randomisation."""
    seen = collections.Counter()
    for is_busy in (False, True):
        with load(is_busy):
            for i in range(arguments.repeats):
                seen[explored(arguments, program, i % 2 == 0)] += 1
    return seen


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--repeats", type=int, default=100)
    parser.add_argument("programs", type=pathlib.Path, nargs="*")
    arguments = parser.parse_intermixed_args()
    arguments.root = arguments.root.resolve()
    arguments.build = arguments.build.resolve()
    arguments.programs = arguments.programs or [arguments.root / "tests/explore" / program
                                                for program in PROGRAMS]
    equal = total = 0
    for program in arguments.programs:
        results = measured(arguments, program)
        equal += max(results.values())
        total += results.total()
        print(f"{program.name:22} {results.total():4} runs", end="")
        for (digest, outcome), count in results.most_common():
            print(f"  {count} {outcome} {digest}", end="")
        print(flush=True)
    print(f"{equal} of {total} equal")
    return 0 if equal == total else 1


if __name__ == "__main__":
    sys.exit(main())
