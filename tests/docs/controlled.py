"""handouts/controlled.md names the functions that are linked into a program under test, and no other.

    controlled.py BUILD
"""

import json
import pathlib
import re
import subprocess
import sys

# Not called by anybody's source: compilers' hooks, ours, and C++ names under their linker's form.
HOOKS = ("__tsan_", "__wrap_", "heddle_", "_ZN")


def linked(build):
    course = json.loads((build / "course.json").read_text())
    names = set()
    for path in course["flavours"]["hunt"]["trusted"]:
        if "/runtime/" not in path:
            continue
        symbols = subprocess.run(["readelf", "-sW", path], capture_output=True, text=True, check=True)
        for line in symbols.stdout.splitlines():
            fields = line.split()
            if fields[3:6] == ["FUNC", "GLOBAL", "DEFAULT"] and fields[6] != "UND":
                names.add(fields[7])
    return {name for name in names if not name.startswith(HOOKS)}


def listed():
    page = pathlib.Path(__file__).parents[2] / "handouts" / "controlled.md"
    rows = [line for line in page.read_text().splitlines() if line.startswith("| ")]
    return [name for row in rows for name in re.findall(r"`(\w+)`", row)]


def main():
    there, said = linked(pathlib.Path(sys.argv[1])), listed()
    wrong = [f"is missing: {name}" for name in sorted(there - set(said))]
    wrong += [f"is linked into no program: {name}" for name in sorted(set(said) - there)]
    wrong += [f"stands there twice: {name}" for name in sorted(set(said)) if said.count(name) > 1]
    print("\n".join(wrong) or f"{len(said)} functions")
    return 1 if wrong or not there else 0


if __name__ == "__main__":
    sys.exit(main())
