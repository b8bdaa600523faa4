#!/usr/bin/env python3
"""Records what the compilers here say about the mistakes in this folder: record.py BUILD [COMPILER…]

g++ compiles with the course's flags, clang++ with those of them that it knows. A file is named after
compiler and major version, so that several versions stand side by side. Paths of this machine are
taken out. Afterwards write what a student is told: HEDDLE_UPDATE_GOLDEN=1 BUILD/bin/unit_build.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
GCC_ONLY = {"-fno-gnu-unique", "-fmax-errors=20"}


def run(argv, folder):
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C"}
    return subprocess.run(argv, cwd=folder, env=environment, text=True, capture_output=True)


def version(compiler):
    name = "clang" if "clang" in run([compiler, "--version"], HERE).stdout else "gcc"
    major = run([compiler, "-dumpversion"], HERE).stdout.split(".")[0].strip()
    return name, f"{name}-{major}"


def flags(name, mode):
    if name == "gcc":
        return mode["compile"] + mode["pch"]
    known = [flag for flag in mode["compile"] if flag not in GCC_ONLY]
    return known + ["-include", str(ROOT / "cmake/student_headers.hpp")]


def neutral(text, output):
    text = re.sub(r"/usr/\S*?/include/c\+\+/", "/usr/include/c++/", text)
    return text.replace(str(ROOT), "/heddle").replace(output + "/", "")


def complaint(compiler, compile_flags, mistake):
    """What the first compilation that fails prints, else what the linker prints."""
    with tempfile.TemporaryDirectory() as output:
        objects = []
        for source in sorted(mistake.glob("*.cpp")):
            objects.append(f"{output}/{source.stem}.o")
            argv = [compiler, *compile_flags, "-c", source.name, "-o", objects[-1]]
            argv.append(f"-ffile-prefix-map={mistake}=.")
            compiled = run(argv, mistake)
            if compiled.returncode != 0:
                return neutral(compiled.stderr, output)
        argv = ["-fuse-ld=bfd", "-pie", "-pthread", "-fsanitize=thread", "-o", f"{output}/program"]
        linked = run([compiler, *objects, *argv], mistake)
        return neutral(linked.stderr, output)


def main():
    build = pathlib.Path(sys.argv[1])
    course = json.loads((build / "course.json").read_text())
    for compiler in sys.argv[2:] or [course["compiler"]["path"], "clang++"]:
        name, versioned = version(compiler)
        compile_flags = flags(name, course["modes"]["thread"])
        for mistake in sorted(path for path in HERE.iterdir() if path.is_dir()):
            (mistake / f"{versioned}.txt").write_text(complaint(compiler, compile_flags, mistake))


main()
