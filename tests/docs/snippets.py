"""Keeps the code in the handouts true.

    snippets.py COMPILER

Every ```cpp block of a page must compile: the blocks of one page, one after the other, are one
program, so that a later block may use what an earlier one defined. Every ```python block is run by
itself, and a ```text block right after it is what it prints. Time runs a hundred times faster there.
"""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```(cpp|python|text)\n(.*?)^```$", re.M | re.S)

FLAGS = ["-std=c++20", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", "-pthread"]
STANDARD_HEADERS = ["atomic", "barrier", "chrono", "functional", "memory", "stdexcept", "vector"]
FASTER = "import time; _sleep = time.sleep; time.sleep = lambda seconds: _sleep(seconds / 100)"


def blocks(text):
    """(language, code, line on which the code begins), in order."""
    for match in BLOCK.finditer(text):
        yield match[1], match[2], text.count("\n", 0, match.start()) + 2


def run_python(code, line):
    """What the code prints, and what is amiss with it, else None."""
    # Blank lines before it make Python's own messages name the page's line.
    program = f"exec({FASTER!r})\n" + "\n" * (line - 2) + code
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )
    return done.stdout, done.stderr if done.returncode else None


def python_problems(name, found):
    printed = None
    for language, code, line in found:
        if language == "text" and printed is not None and code != printed:
            yield f"{name}:{line}: it prints\n{printed}"
        printed = None
        if language == "python":
            printed, failure = run_python(code, line)
            if failure:
                yield f"{name}:{line}: this Python doesn't run\n{failure}"


def compile_cpp(compiler, program):
    """The compiler's messages, "" when it is content."""
    command = [compiler, *FLAGS, "-I", ROOT / "exercises/include", "-x", "c++", "-"]
    done = subprocess.run(command, input=program, capture_output=True, text=True, check=False)
    return done.stderr if done.returncode else ""


def cpp_problems(name, found, compiler):
    parts = [f'#line {line} "{name}"\n{code}' for language, code, line in found if language == "cpp"]
    if not parts:
        return
    headers = "".join(f"#include <{header}>\n" for header in STANDARD_HEADERS)
    if messages := compile_cpp(compiler, headers + "".join(parts)):
        yield f"{name}: this C++ doesn't compile\n{messages}"


def problems(name, text, compiler):
    found = list(blocks(text))
    yield from python_problems(name, found)
    yield from cpp_problems(name, found, compiler)


MISTAKES = [
    "```cpp\nint x = y;\n```",
    "```python\nprint 'Counting down'\n```",
    "```python\nraise ValueError\n```",
    "```python\nprint(1)\n```\n\n```text\n2\n```",
]


def check_the_check(compiler):
    for mistake in MISTAKES:
        if not list(problems("a page", mistake + "\n", compiler)):
            yield f"snippets.py itself: it is content with {mistake!r}"


def main(compiler):
    found = list(check_the_check(compiler))
    for page in sorted(ROOT.glob("handouts/*.md")):
        text = page.read_text(encoding="utf-8")
        found += problems(str(page.relative_to(ROOT)), text, compiler)
    print("\n".join(found) or "every snippet is true")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
