"""A headless Chromium, driven through chromedriver by the W3C's WebDriver protocol.

Used with `with`: when it ends, browser and driver are gone. Standard library only.
"""
import base64
import json
import os
import shutil
import signal
import subprocess
import tempfile
import urllib.error
import urllib.request

PATIENCE = 120  # seconds; generous, since nothing but a hang gets near it
FLAGS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run
    --disable-background-networking --disable-component-update --disable-sync
    --disable-dev-shm-usage""".split()
KEYS = {"Home": "\ue011", "End": "\ue010", "Left": "\ue012", "Up": "\ue013", "Right": "\ue014",
        "Down": "\ue015", "Space": " ", "Tab": "\ue004"}


def is_here():
    return shutil.which("chromium") and shutil.which("chromedriver")


class Browser:
    def __init__(self, width=1000, height=900):
        self._size = f"--window-size={width},{height}"

    def __enter__(self):
        self._profile = tempfile.mkdtemp(prefix="heddle-browser-")
        self._driver = subprocess.Popen(
            ["chromedriver", "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True, start_new_session=True)
        try:
            self._base = f"http://127.0.0.1:{self._port()}/session"
            options = {"args": FLAGS + [self._size, "--user-data-dir=" + self._profile]}
            made = self._send("POST", "", {"capabilities": {"alwaysMatch": {
                "browserName": "chrome", "goog:chromeOptions": options,
                "goog:loggingPrefs": {"browser": "ALL"}}}})
            self._base += "/" + made["sessionId"]
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(self, *_):
        try:
            self._send("DELETE", "")
        finally:
            self._stop()

    def _stop(self):
        os.killpg(self._driver.pid, signal.SIGKILL)  # the group is ours: chromedriver began it
        self._driver.wait()
        self._driver.stdout.close()
        shutil.rmtree(self._profile, ignore_errors=True)

    def _port(self):
        for line in self._driver.stdout:
            if "started successfully on port" in line:
                return int(line.rstrip(".\n").split()[-1])
        raise RuntimeError("chromedriver did not start")

    def _send(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self._base + path, data, method=method,
                                         headers={"Content-Type": "application/json"})
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=PATIENCE) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(error.read().decode()) from None

    def open(self, path):
        self._send("POST", "/url", {"url": "file://" + os.path.abspath(path)})

    def run(self, script, *arguments):
        """The value of a function body in the page."""
        return self._send("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def press(self, *names):
        actions = []
        for name in names:
            actions += [{"type": "keyDown", "value": KEYS[name]},
                        {"type": "keyUp", "value": KEYS[name]}]
        self._send("POST", "/actions", {"actions": [
            {"type": "key", "id": "keyboard", "actions": actions}]})

    def devtools(self, command, **parameters):
        return self._send("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def messages(self):
        """What the console has said since the last call."""
        return self._send("POST", "/se/log", {"type": "browser"})

    def screenshot(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self._send("GET", "/screenshot")))
