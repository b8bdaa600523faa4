"""Holds the golden JSON documents against the schemas that lie beside the writers.

Each document must satisfy its schema, and each of a list of small changes must violate it: a schema
that accepts everything would prove nothing.
"""

import copy
import json
import pathlib
import sys

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
DOCUMENTS = ROOT / "tests" / "golden" / "json"
SCHEMAS = ROOT / "grader" / "report"


def without(key):
    return lambda target: target.pop(key)


def with_value(key, value):
    return lambda target: target.__setitem__(key, value)


# (document, path to the changed object, change)
VIOLATIONS = [
    ("report.json", [], with_value("schema", "heddle.report/2")),
    ("report.json", [], with_value("extra", 1)),
    ("report.json", ["reports", 0], without("cached")),
    ("report.json", ["reports", 0], with_value("score", None)),
    ("report.json", ["reports", 0], with_value("score", -1)),
    ("report.json", ["reports", 0], with_value("outcome", "failed")),
    ("report.json", ["reports", 0], with_value("exercise", "lost-update")),
    ("report.json", ["reports", 9], with_value("score", 0)),  # not graded: never a score
    ("report.json", ["reports", 9], with_value("reason", None)),
    ("report.json", ["reports", 0, "cases", 1], with_value("diagnosis", "")),
    ("report.json", ["reports", 0, "cases", 1], with_value("virtual_ms", 0.5)),
    ("report.json", ["reports", 0, "cases", 1, "where"], with_value("file", "/etc/passwd")),
    ("report.json", ["reports", 0, "cases", 1, "schedules"], without("asan")),
    ("report.json", ["reports", 0, "cases", 1, "trace", "steps", 0], with_value("thread", "main")),
    ("report.json", ["reports", 0, "cases", 0], with_value("verified", True)),
    ("report.json", ["reports", 0, "cases", 0], without("verified")),
    ("report.json", ["reports", 0, "cases", 0], with_value("verification", {"schedules": 2})),
    ("exploration.json", [], without("verified")),
    ("exploration.json", [], without("observations")),
    ("exploration.json", [], with_value("schema", "heddle.explore/2")),
    ("exploration.json", [], without("findings")),
    ("exploration.json", [], with_value("found", 1)),
    ("exploration.json", ["findings", 0], with_value("schedule", -1)),
    ("exploration.json", ["findings", 0], with_value("flavour", "msan")),
    ("profile.json", [], with_value("schema", "heddle.profile/2")),
    ("profile.json", ["on_cores", 0], without("makespan_ns")),
    ("profile.json", ["on_cores", 0], with_value("cores", 0)),
    ("profile.json", ["on_cores", 0], with_value("idle", 1.5)),
    ("profile.json", ["lines", "groups", 0], with_value("objects", "")),
    ("profile.json", ["time"], without("core_wait_ns")),
    ("verify.json", [], without("ok")),
    ("verify.json", [], with_value("extent", "half")),
    ("verify.json", ["exercises", 0, "wrong", "by_layer"], with_value("hunt", "many")),
]


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def validator_for(document):
    schema = load(SCHEMAS / f"{document.removesuffix('.json')}.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def failures():
    for path in sorted(DOCUMENTS.glob("*.json")):
        for error in validator_for(path.name).iter_errors(load(path)):
            yield f"{path.name}: {error.json_path}: {error.message}"
    for document, path, change in VIOLATIONS:
        changed = copy.deepcopy(load(DOCUMENTS / document))
        target = changed
        for step in path:
            target = target[step]
        change(target)
        if validator_for(document).is_valid(changed):
            yield f"{document}: a violation at {path} was accepted"


if __name__ == "__main__":
    found = list(failures())
    print("\n".join(found) or "every document satisfies its schema")
    sys.exit(1 if found else 0)
