"""Holds a JUnit document against grader/report/junit.xsd, and against what a schema can't say.

Without an argument: the golden document, which must satisfy both, and a list of small changes to it,
each of which must violate one: a schema that accepts everything would prove nothing.
"""

import copy
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "golden" / "junit" / "report.xml"
SCHEMA = ROOT / "grader" / "report" / "junit.xsd"


def schema_failures(text):
    """What xmllint, a validating reader, finds."""
    read = subprocess.run(
        ["xmllint", "--nonet", "--noout", "--schema", str(SCHEMA), "-"],
        input=text, capture_output=True, check=False)
    return read.stderr.decode().splitlines()[:-1] if read.returncode else []


def count_failures(root):
    """A schema can't add up."""
    for element in [root, *root.findall("testsuite")]:
        counted = {
            "tests": len(list(element.iter("testcase"))),
            "failures": len(list(element.iter("failure"))),
            "errors": len(list(element.iter("error"))),
        }
        for name, number in counted.items():
            if element.get(name) != str(number):
                yield f"{element.get('name')}: {name} is {element.get(name)}, counted {number}"


def failures(text):
    return schema_failures(text) + list(count_failures(ElementTree.fromstring(text)))


def with_attribute(path, name, value):
    return lambda root: root.find(path).set(name, value)


def without_attribute(path, name):
    return lambda root: root.find(path).attrib.pop(name)


def named_twice(root):
    cases = root.findall("testsuite[@name='10-lost-update']/testcase")
    cases[0].set("name", cases[1].get("name"))


FAILED = "testsuite/testcase[failure]"
VIOLATIONS = [
    with_attribute(".", "failures", "0"),
    with_attribute("testsuite", "name", "lost-update"),
    with_attribute("testsuite", "time", "1"),
    with_attribute("testsuite", "skipped", "1"),
    with_attribute("testsuite/testcase", "line", "3"),
    with_attribute("testsuite/testcase", "name", "two\nlines"),
    with_attribute(FAILED, "file", "/etc/passwd"),
    with_attribute(f"{FAILED}/failure", "type", "not an identifier"),
    without_attribute(f"{FAILED}/failure", "message"),
    without_attribute("testsuite/testcase", "classname"),
    lambda root: setattr(root.find(f"{FAILED}/failure"), "text", ""),
    lambda root: ElementTree.SubElement(root.find("testsuite/testcase"), "skipped"),
    lambda root: root.find("testsuite").clear(),
    lambda root: setattr(root.find("testsuite/testcase/system-out"), "text", ""),
    lambda root: setattr(ElementTree.SubElement(root.find(FAILED), "system-out"), "text", "Verified."),
    named_twice,
]


def golden_failures():
    golden = GOLDEN.read_bytes()
    yield from failures(golden)
    for number, change in enumerate(VIOLATIONS):
        changed = copy.deepcopy(ElementTree.fromstring(golden))
        change(changed)
        if not failures(ElementTree.tostring(changed, "utf-8")):
            yield f"violation {number} was accepted"


if __name__ == "__main__":
    paths = sys.argv[1:]
    found = list(failures(pathlib.Path(paths[0]).read_bytes()) if paths else golden_failures())
    print("\n".join(found) or "the document satisfies junit.xsd")
    sys.exit(1 if found else 0)
