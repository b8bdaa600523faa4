"""Runs the loop of INSTRUCTOR.md over a small class of odd names, with a pretended ./heddle."""

import csv
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXERCISES = ["04-subclass", "10-lost-update"]

# The submission's own file says with which code to end; -1 ends as a crash of ours would.
PRETENDED = """#!/bin/bash
[[ $1 == check && $3 == --submission && $5 == --json ]] || exit 99
code=$(<"$4/$2/code")
echo "code $code"
((code < 0)) && kill -ABRT $$
((code == 2)) || printf '  "score": %s,\\n  "points": 77,\\n' "$((10 - 4 * code))" >"$6"
exit "$code"
"""

# What each student handed in: exercise → code.
CLASS = {
    "Ann Example (12345)": {"04-subclass": 0, "10-lost-update": 1},
    "-rf": {"04-subclass": 1},
    'O\'Neill, "Bo"; $(touch made) `touch made`': {"04-subclass": 0, "10-lost-update": 0},
    "two\nlines": {"10-lost-update": 2},
    "[a-z]* élève ": {"04-subclass": -1, "10-lost-update": 0},
    "nothing at all": {},
}

RESULTS = {0: ("full", "10"), 1: ("part", "6"), 2: ("NOT GRADED", ""), -1: ("NOT GRADED", "")}


def expected_rows():
    yield ["student", "exercise", "result", "score"]
    for name in sorted(CLASS):
        for exercise in EXERCISES:
            code = CLASS[name].get(exercise)
            yield [name, exercise, *(RESULTS[code] if code is not None else ("not handed in", ""))]


def hand_in(folder):
    for name, work in CLASS.items():
        (folder / name).mkdir(parents=True)
        for exercise, code in work.items():
            (folder / name / exercise).mkdir()
            (folder / name / exercise / "code").write_text(f"{code}\n")
    # A link could lead to somebody else's work.
    (folder / "nothing at all" / EXERCISES[0]).symlink_to(folder / "-rf" / EXERCISES[0])


def run_loop(course, script):
    command = ["bash", "-c", script, "grade_class", "handed in", "grades", *EXERCISES]
    done = subprocess.run(command, cwd=course, capture_output=True, text=True, check=False)
    with open(course / "grades" / "grades.csv", encoding="utf-8", newline="") as file:
        return done, list(csv.reader(file))


def problems(course):
    script = re.search(r"^```bash\n(.*?)^```$", (ROOT / "INSTRUCTOR.md").read_text(), re.M | re.S)[1]
    (course / "heddle").write_text(PRETENDED)
    (course / "heddle").chmod(0o755)
    hand_in(course / "handed in")
    for attempt in ("the first time", "again"):
        done, rows = run_loop(course, script)
        header, *students = expected_rows()
        if rows[:1] != [header] or sorted(rows[1:]) != sorted(students):
            yield f"{attempt} the list is\n{rows}"
        complaints = [line for line in done.stderr.splitlines() if line and "Aborted" not in line]
        if done.returncode != 2 or done.stdout.count("NOT GRADED") != 2 or complaints:
            yield f"{attempt} it ends with {done.returncode} and says\n{done.stdout}{done.stderr}"
    if (course / "made").exists():
        yield "a student's name was run as a command"
    if not (course / "grades" / "-rf" / "04-subclass.txt").read_text().startswith("code 1"):
        yield "what heddle says isn't kept"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        FOUND = list(problems(pathlib.Path(folder)))
    print("\n".join(FOUND) or "the whole class has its results")
    sys.exit(1 if FOUND else 0)
