#!/usr/bin/env python3
"""How many schedules the course's wrong programs are found in: median and worst, by exercise.

    ./heddle verify --json - | tests/bench/found_in.py
"""

import json
import statistics
import sys


def line(name, schedules):
    if not schedules:
        return f"{name:18} none"
    return (
        f"{name:18} {len(schedules):4} found  median {statistics.median(schedules):4g}"
        f"  mean {statistics.fmean(schedules):6.1f}  worst {max(schedules):4}"
    )


def main():
    everything = []
    for exercise in json.load(sys.stdin)["exercises"]:
        schedules = exercise["wrong"]["found_in"]
        everything += schedules
        print(line(exercise["exercise"], schedules))
    print(line("all", everything))


if __name__ == "__main__":
    main()
