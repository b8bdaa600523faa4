"""Follows every relative link in the project's Markdown, and looks for every exercise in the guides.

A link must lead to a file or folder of the project, an anchor to a heading of that file, and a path
named in code (`tests/wrong/…`) to something that exists. Links to other sites are left alone.
"""

import collections
import pathlib
import re
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = ["*.md", "handouts/*.md", "exercises/*/README.md", "solutions/*/NOTES.md"]
GUIDES = ["INSTRUCTOR.md", "handouts/lecture.md"]

FENCE = re.compile(r"^(```|~~~).*?^\1\s*?$", re.M | re.S)
CODE = re.compile(r"`[^`\n]+`")
LINK = re.compile(r"\]\(\s*<?([^)\s>]+)>?[^)]*\)|^\[[^\]]+\]:\s*<?([^\s>]+)", re.M)
HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$", re.M)
COMMENT = re.compile(r"<!--.*?-->", re.S)
PATH = re.compile(r"(?<![\w./-])(?:exercises|grader|handouts|solutions|tests|cmake)/[\w./*-]+")


def prose(text):
    """The text without code, in which nothing is a link or a heading."""
    return CODE.sub("", FENCE.sub("", COMMENT.sub("", text)))


def anchor(heading):
    """The name that a web page gives a heading: small letters, hyphens for blanks, no punctuation."""
    words = re.sub(r"[`*]|\]\([^)]*\)", "", heading).replace("[", "")
    return re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")


def anchors(text):
    """The anchors of a page; the second of two equal headings gets -1."""
    seen = collections.Counter()
    found = set(re.findall(r'<a (?:id|name)="([^"]+)"', text))
    for _, heading in HEADING.findall(FENCE.sub("", text)):
        name = anchor(heading)
        found.add(f"{name}-{seen[name]}" if seen[name] else name)
        seen[name] += 1
    return found


def broken_link(page, target, root):
    """What is amiss with one link of the page, else None."""
    if re.match(r"[a-z]+:", target):
        return None
    path, _, fragment = target.partition("#")
    goal = (page.parent / path).resolve() if path else page
    if not goal.is_relative_to(root):
        return "leads out of the project"
    if not goal.exists():
        return "leads nowhere"
    if fragment and fragment not in anchors(goal.read_text(encoding="utf-8")):
        return "has no such heading there"
    return None


def is_there(path, root):
    """Whether a path named in code exists. A name followed by a placeholder counts by its folder."""
    return any(root.glob(path.rstrip("/."))) or any(root.glob(path.rstrip("/.") + ".*"))


def problems(root):
    """A line for each link or path that leads nowhere."""
    for page in sorted(each for pattern in PAGES for each in root.glob(pattern)):
        text = page.read_text(encoding="utf-8")
        name = page.relative_to(root)
        for first, second in LINK.findall(prose(text)):
            target = first or second
            if trouble := broken_link(page, target, root):
                yield f"{name}: {target} {trouble}"
        for match in PATH.finditer(text):
            if text[match.end() : match.end() + 1] in ("<", "{", "…"):
                continue  # the beginning of a pattern for people
            if "NN-" not in match[0] and not is_there(match[0], root):
                yield f"{name}: {match[0]} isn't there"


def unnamed_exercises(root):
    """A line for each exercise that a guide doesn't name by its number and title."""
    for exercise in sorted(root.glob("exercises/*/exercise.toml")):
        folder = exercise.parent.name
        for guide in GUIDES:
            if folder not in (root / guide).read_text(encoding="utf-8"):
                yield f"{guide}: exercise {folder} isn't named"


def check_the_check():
    """Each of these small mistakes must be found: a check that accepts everything proves nothing."""
    mistakes = {
        "[a](gone.md)": "leads nowhere",
        "[a](../../etc/passwd)": "leads out of the project",
        "[a](README.md#gone)": "has no such heading",
        "[a](#two-words)": None,
        "[a](#two-words-1)": None,
        "[a](#two-words-2)": "has no such heading",
        "[a][b]\n\n[b]: gone.md": "leads nowhere",
        "`[a](gone.md)`": None,
        "```\n[a](gone.md)\n```": None,
        "`tests/gone.py`": "isn't there",
        "[a](https://example.org/gone)": None,
    }
    for mistake, expected in mistakes.items():
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder).resolve()
            (root / "README.md").write_text(f"## Two words\n\n{mistake}\n\n## `Two` words\n")
            found = list(problems(root))
            if bool(found) != bool(expected) or (expected and expected not in found[0]):
                yield f"links.py itself: {mistake!r} gave {found}"


if __name__ == "__main__":
    FOUND = [*check_the_check(), *problems(ROOT), *unnamed_exercises(ROOT)]
    print("\n".join(FOUND) or "every link leads somewhere")
    sys.exit(1 if FOUND else 0)
