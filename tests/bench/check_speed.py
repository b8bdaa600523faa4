#!/usr/bin/env python3
"""Times a warm check beside the bare compile, link and run of the same files.

    check_speed.py ROOT BUILD [EXERCISE] [REPEATS]

Prints medians in seconds and their ratio, all from one run on one machine. The
bare way uses the same compiler and the same flags as the grader, one flavour
after the other, without our scheduler: what any grader has to pay.
"""
import fcntl
import json
import os
import pathlib
import pty
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time


def timed(command, **options):
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    return time.perf_counter() - start, done.returncode


def median_of(repeats, action):
    return statistics.median(action(i) for i in range(repeats))


def first_finding(command, submission):
    """Seconds until a terminal shows the first failing case of a submission, nothing cached."""

    def once(i):
        start = time.perf_counter()
        child, terminal = pty.fork()
        if child == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 80, 0, 0))
            os.execv(command[0], [*command, "--submission", str(submission), "--seed",
                                  str(time.time_ns() + i)])
        shown, seconds = b"", None
        try:
            while data := os.read(terminal, 65536):
                shown += data
                if seconds is None and "\u2717".encode() in shown:
                    seconds = time.perf_counter() - start
        except OSError:
            pass  # the terminal's other end has closed
        os.waitpid(child, 0)
        os.close(terminal)
        if seconds is None:
            sys.exit(f"{submission} did not fail: {shown.decode(errors='replace')}")
        return seconds

    return once


def peak_memory(command):
    """The most memory, in MB, that the grader's own process has held during one check."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0
    while child.poll() is None:
        try:
            status = pathlib.Path(f"/proc/{child.pid}/status").read_text()
        except OSError:
            break
        peak = max([peak, *(int(line.split()[1]) for line in status.splitlines()
                            if line.startswith("VmHWM"))])
        time.sleep(0.005)
    return peak // 1024


def bare_way(root, course, exercise, folder):
    """Compiles, links and runs each flavour once; returns a function of no use but its time."""
    files = sorted(folder.glob("*.cpp"))
    modes = {"hunt": "thread", "tsan": "thread", "asan": "address"}
    compiler = course["compiler"]["path"]

    def once(_):
        start = time.perf_counter()
        for mode, plan in course["modes"].items():
            for file in files:
                subprocess.run([compiler, *plan["compile"], *plan["pch"], "-c", str(file), "-o",
                                f"{folder}/{file.stem}.{mode}.o"], check=True)
        for flavour, plan in course["flavours"].items():
            mode = modes[flavour]
            objects = [f"{folder}/{file.stem}.{mode}.o" for file in files]
            program = f"{folder}/program.{flavour}"
            subprocess.run([compiler, *plan["link"], *objects, *course["tests"][exercise][mode],
                            *plan["trusted"], *plan["libraries"], "-o", program], check=True)
            subprocess.run([program], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return time.perf_counter() - start

    return once


def main():
    root, build = (pathlib.Path(p).resolve() for p in sys.argv[1:3])
    number = sys.argv[3] if len(sys.argv) > 3 else "10"
    repeats = int(sys.argv[4]) if len(sys.argv) > 4 else 5
    exercise = next(p.name for p in (root / "exercises").iterdir() if p.name.startswith(number))
    course = json.loads((build / "course.json").read_text())
    os.environ.update(HEDDLE_ROOT=str(root), HEDDLE_BUILD=str(build), TERM="xterm")
    heddle = str(build / "bin" / "heddle")
    check = [heddle, "check", number, "--solutions"]

    fresh = median_of(repeats, lambda i: timed([*check, "--seed", str(time.time_ns() + i)])[0])
    timed(check)
    unchanged = median_of(repeats, lambda i: timed(check)[0])
    nothing = median_of(repeats, lambda i: timed([heddle, "--version"])[0])
    launched = median_of(repeats, lambda i: timed([str(root / "heddle"), "--version"])[0])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for source in [root / "exercises" / exercise, root / "solutions" / exercise]:
            for file in source.iterdir():
                if file.suffix in (".cpp", ".hpp") and file.name != "visible_test.cpp":
                    shutil.copy(file, folder)
        bare = median_of(repeats, bare_way(root, course, exercise, folder))
    wrong = next(folder for folder in sorted((root / "tests/wrong" / exercise).glob("*/*"))
                 if folder.parent.name in ("split-rmw", "no-overlap", "start-join-pairs"))
    finding = median_of(repeats, first_finding([heddle, "check", number], wrong))
    peak = peak_memory([*check, "--seed", str(time.time_ns())])

    print(f"{exercise}, median of {repeats}")
    print(f"  check, nothing cached   {fresh:6.2f} s")
    print(f"  bare compile-link-run   {bare:6.2f} s   check is {fresh / bare:.2f} of it")
    print(f"  check, unchanged        {unchanged * 1000:6.0f} ms")
    print(f"  launcher above program  {(launched - nothing) * 1000:6.0f} ms")
    print(f"  first finding shown     {finding:6.2f} s   {wrong.parent.name}/{wrong.name}")
    print(f"  the grader's own memory {peak:6d} MB")


if __name__ == "__main__":
    main()
