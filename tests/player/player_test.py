#!/usr/bin/env python3
"""The page of `--html`, as a person meets it in a browser: player_test.py SOURCE BUILD CASE.

Exit code 77 where there is no Chromium.
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import browser

SOURCE, BUILD = map(pathlib.Path, sys.argv[1:3])
HOSTILE_LINE = "</code></script><script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>&lt;"
HOSTILE_NAME = "<img src=x onerror=hacked=1>&quot;\"'.c"

# What the page shows, and to whom.
STATE = """
    const shown = (part) => getComputedStyle(part).visibility !== "hidden";
    const steps = [...document.querySelectorAll("tr.step")];
    const current = steps.filter((row) => row.getAttribute("aria-current") === "step");
    return {
        steps: steps.length,
        shown: steps.filter(shown).length,
        current: current.map((row) => Number(row.cells[0].textContent)),
        now: document.getElementById("now").textContent,
        live: document.getElementById("now").getAttribute("role"),
        ending: shown(document.getElementById("ending")),
        focus: document.activeElement.id,
        play: document.getElementById("play").textContent,
        controls: document.getElementById("player").getBoundingClientRect().height > 0,
        scripts: document.scripts.length,
        images: document.images.length,
        hacked: window.hacked === undefined ? null : window.hacked,
    };"""


def require(condition, what):
    if not condition:
        raise AssertionError(what)


def explored(program, folder):
    """The page of a program that fails."""
    page = folder / "page.html"
    environment = dict(os.environ, HEDDLE_ROOT=str(SOURCE), HEDDLE_BUILD=str(BUILD))
    run = subprocess.run([BUILD / "bin/heddle", "explore", program, "--html", page], cwd=folder,
                         env=environment, capture_output=True, text=True)
    require(run.returncode == 1, f"exit code {run.returncode}: {run.stdout}{run.stderr}")
    return page


def deadlock(folder):
    return explored(SOURCE / "tests/explore/lock_order.c", folder)


def at_step(state, number):
    require(state["current"] == [number], f"step {number} is current, not {state['current']}")
    require(state["shown"] == number, f"{state['shown']} steps are shown at step {number}")
    require(f"Step {number} of {state['steps']}" in state["now"], state["now"])
    require(state["ending"] == (number == state["steps"]), "the ending comes with the last step")


def it_plays_by_keyboard(page, folder):
    page.open(deadlock(folder))
    first = page.run(STATE)
    at_step(first, 1)
    require(first["live"] == "status", "nobody hears which step it is")
    last = first["steps"]
    for key, number in [("Right", 2), ("Down", 3), ("Left", 2), ("Up", 1), ("Left", 1),
                        ("End", last), ("Right", last), ("Home", 1)]:
        page.press(key)
        at_step(page.run(STATE), number)
    page.press("End")
    require("waits" in page.run(STATE)["now"], "the last step isn't the one that fails")
    require(page.messages() == [], "the console has something to say")


def space_plays_and_stops(page, folder):
    page.open(deadlock(folder))
    page.press("Space")
    require(page.run(STATE)["play"] == "Pause", "it doesn't play")
    deadline = time.monotonic() + browser.PATIENCE
    while page.run(STATE)["current"] == [1] and time.monotonic() < deadline:
        time.sleep(0.1)
    require(page.run(STATE)["current"] != [1], "it stands still")
    page.press("Space")
    stopped = page.run(STATE)
    require(stopped["play"] == "Play", "it doesn't stop")


def buttons_do_what_they_say(page, folder):
    page.open(deadlock(folder))
    last = page.run(STATE)["steps"]
    click = "document.getElementById(arguments[0]).click();"
    for button, number in [("next", 2), ("next", 3), ("back", 2), ("last", last), ("first", 1)]:
        page.run(click, button)
        at_step(page.run(STATE), number)
    page.run("document.querySelectorAll('tr.step')[3].click();")
    at_step(page.run(STATE), 4)
    page.press("Tab")
    require(page.run(STATE)["focus"] == "first", "the first button can't be reached by Tab")
    require(page.run("return getComputedStyle(document.activeElement).outlineStyle") == "solid",
            "nobody sees where the focus is")
    page.press("Tab", "Tab", "Tab", "Space")
    at_step(page.run(STATE), 5)
    require(page.run(STATE)["play"] == "Play", "Space on a button plays, too")
    page.press("Tab", "Space", "Left")
    at_step(page.run(STATE), last - 1)  # keys still work on a button with nothing left to do


def hostile_text_stays_text(page, folder):
    program = folder / HOSTILE_NAME
    program.write_text("int main(void) { return 1; }\n")
    page.open(explored(program, folder))
    text = page.run("return document.body.textContent")
    require(HOSTILE_NAME in text, "the program's name isn't there as it is")
    require(page.run("return document.images.length") == 0, "there is an image")
    require(page.run("return window.hacked === undefined"), "a script of the student's ran")
    (folder / "race.c").write_text((SOURCE / "tests/explore/race.c").read_text().replace(
        "++hits;", "++hits; // " + HOSTILE_LINE))
    page.open(explored(folder / "race.c", folder))
    page.run("""[...document.querySelectorAll("tr.step")].find(
                    (row) => row.textContent.includes(arguments[0])).click()""", HOSTILE_LINE)
    state = page.run(STATE)
    require(HOSTILE_LINE in page.run("return document.body.textContent"), "its line isn't there")
    require(HOSTILE_LINE in state["now"], "its line isn't read aloud as it is")
    require((state["scripts"], state["images"]) == (1, 0), "text became an element")
    require(state["hacked"] is None, "a script of the student's ran")
    require(page.messages() == [], "the console has something to say")


def no_script_but_ours_may_run(page, folder):
    page.open(deadlock(folder))
    page.run("""
        const script = document.createElement("script");
        script.textContent = "window.hacked = 1";
        document.body.append(script);
        document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.hacked = 2'>");""")
    page.press("Right")
    require(page.run(STATE)["hacked"] is None, "another script ran")
    require(any("Content Security Policy" in one["message"] for one in page.messages()),
            "the page's policy stopped nothing")


def print_has_every_step_and_no_controls(page, folder):
    page.open(deadlock(folder))
    page.devtools("Emulation.setEmulatedMedia", media="print")
    state = page.run(STATE)
    require(state["shown"] == state["steps"] and state["ending"], "a step is missing in print")
    require(not state["controls"], "buttons are printed")


def without_script_everything_is_there(page, folder):
    path = deadlock(folder)
    page.devtools("Emulation.setScriptExecutionDisabled", value=True)
    page.open(path)
    state = page.run(STATE)
    require(state["shown"] == state["steps"] > 3 and state["ending"], "a step is missing")
    require(not state["controls"], "there are buttons that do nothing")


def dark_and_narrow_are_readable(page, folder):
    page.open(deadlock(folder))
    page.devtools("Emulation.setEmulatedMedia",
                  features=[{"name": "prefers-color-scheme", "value": "dark"}])
    colours = page.run("""return [getComputedStyle(document.documentElement).backgroundColor,
                                  getComputedStyle(document.body).color]""")
    require(colours == ["rgb(13, 17, 23)", "rgb(240, 246, 252)"], f"{colours} isn't dark")
    page.devtools("Emulation.setDeviceMetricsOverride", width=400, height=800,
                  deviceScaleFactor=1, mobile=False)
    page.press("End")
    require(page.run("""const bar = document.getElementById("player").getBoundingClientRect();
                        const row = document.querySelector("[aria-current]").getBoundingClientRect();
                        return bar.right <= innerWidth && row.bottom <= bar.top && row.top >= 0"""),
            "the current step isn't in sight")


def main():
    if not browser.is_here():
        print("there is no chromium with a chromedriver")
        return 77
    with tempfile.TemporaryDirectory() as folder, browser.Browser() as page:
        globals()[sys.argv[3]](page, pathlib.Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
