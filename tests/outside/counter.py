# SPDX-License-Identifier: GPL-3.0-or-later
"""A counter as it is run: the program in a window of an X server, a window manager, a session bus, and a sandbox of its
own as the vendor. What stands on the screen is read through AT-SPI, as a screen reader does, and what was sold is asked
of the vendor, not of the program."""

import contextlib
import json
import os
import pathlib
import subprocess
import tempfile
import time
import urllib.request

# The keys of a keyboard of 105 keys by the codes that X gives them, named by what stands on them in the US layout.
# (xdotool takes "9" for the character.)
KEYS = {name: code for start, row in ((10, "1234567890"), (24, "qwertyuiop"), (38, "asdfghjkl"), (52, "zxcvbnm"))
        for code, name in enumerate(row, start)}
KEYS |= {"Escape": "Escape", "BackSpace": 22, "Tab": 23, "Enter": 36, "Ctrl": 37, "Shift": 50, "Alt": 64, "Space": 65,
         "F1": 67, "F2": 68, "F3": 69, "F4": 70, "F5": 71, "F9": 75, "F10": 76, "Up": 111, "Left": 113, "Right": 114,
         "Down": 116, "Delete": 119}

KEY = "outside-key-of-the-sandbox"


class Failed(Exception):
    pass


def expect(what, got, wanted):
    if got != wanted:
        raise Failed(f"{what}: {got!r} instead of {wanted!r}")


def eventually(what, look, seconds=60):
    """Looks again and again until LOOK gives something; WHAT says what was awaited."""
    end = time.monotonic() + seconds
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > end:
            raise Failed("not seen: " + what)
        time.sleep(0.02)


class Vendor:
    """The sandbox, asked over HTTP by the recorded API."""

    def __init__(self, address):
        self.address = address.rstrip("/")

    def orders(self):
        request = urllib.request.Request(self.address + "/v1/resources/orders", headers={"Authorization": "key " + KEY})
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.load(answer)

    def states(self):
        return [order["status"] for order in sorted(self.orders(), key=lambda order: order["number"])]

    @staticmethod
    def pay(page):
        """Presses "pay" on the payment page at the address PAGE, as the buyer does."""
        with urllib.request.urlopen(urllib.request.Request(page + "/pay", data=b"", method="POST"), timeout=20):
            pass


class Counter:
    """The program and all that it stands in. Everything ends with the `with` block, by process id."""

    def __init__(self, program, sandbox, language, layouts="us"):
        self.program, self.sandbox_program = program, sandbox
        self.language, self.layouts = language, layouts
        self.exits = contextlib.ExitStack()

    def __enter__(self):
        try:
            self._start()
        except BaseException:
            self.exits.close()
            raise
        return self

    def __exit__(self, kind, error, trace):
        if kind:
            log = self.home / "program.log"
            print("\n".join(log.read_text(errors="replace").splitlines()[-30:]))
            with contextlib.suppress(Exception):
                print("\n".join(self.said()))
        self.exits.close()

    def _run(self, *command, **more):
        process = subprocess.Popen(command, env=self.env, **more)
        self.exits.callback(self._end, process)
        return process

    @staticmethod
    def _end(process):
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout:
            process.stdout.close()

    def _start(self):
        self.home = pathlib.Path(self.exits.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        (self.home / "run").mkdir(mode=0o700)
        # Stands for the browser: what is to be opened is written down.
        opener = self.home / "bin" / "xdg-open"
        opener.parent.mkdir()
        opener.write_text('#!/bin/sh\nprintf "%s\\n" "$1" >> "$HOME/opened"\n')
        opener.chmod(0o755)
        self.env = {
            "PATH": f"{opener.parent}:{os.environ['PATH']}", "HOME": str(self.home), "LC_ALL": "C.UTF-8",
            "TZ": "Europe/Moscow", "XDG_RUNTIME_DIR": str(self.home / "run"), "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "NO_AT_BRIDGE": "1"}

        screen = self._run("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp",
                           "-noreset",  # else the layout goes with the first client
                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.env["DISPLAY"] = ":" + screen.stdout.readline().strip()
        subprocess.run(["setxkbmap", "-layout", self.layouts], env=self.env, check=True)
        bus = self._run("dbus-daemon", "--session", "--nofork", "--print-address=1", stdout=subprocess.PIPE,
                        stderr=subprocess.DEVNULL, text=True)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        self._run("openbox", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

        server = self._run(self.sandbox_program, "--key", KEY, "--seed", "7", stdout=subprocess.PIPE, text=True)
        self.vendor = Vendor(server.stdout.readline().strip())
        key_file = self.home / "key"
        key_file.write_text(KEY)
        key_file.chmod(0o600)
        os.environ.update(self.env)
        import pyatspi  # connects to the bus of the environment
        self.atspi = pyatspi
        self._run(self.program, "--server", self.vendor.address, "--key-file", str(key_file), "--lang", self.language,
                  stdout=subprocess.DEVNULL, stderr=open(self.home / "program.log", "wb"))
        self.window = eventually("the window", self._find_window)

    def _find_window(self):
        for application in self.atspi.Registry.getDesktop(0):
            if application and application.name == "okoshko" and application.childCount:
                return application.getChildAtIndex(0)
        return None

    # What is on the screen.

    def _walk(self, node):
        if not node or not node.getState().contains(self.atspi.STATE_SHOWING):
            return
        yield node
        for i in range(node.childCount):
            yield from self._walk(node.getChildAtIndex(i))

    def seen(self):
        """All that shows, from the outermost inwards."""
        while True:
            try:
                return list(self._walk(self.window))
            except Exception as gone:  # a thing that vanished while it was looked at
                if "DBus" not in repr(gone) and "atspi_error" not in repr(gone):
                    raise

    def said(self):
        """All texts that show."""
        return [node.name for node in self.seen() if node.name]

    def wait_for(self, name, role=None, enabled=True):
        """What bears exactly NAME and shows, once it does."""
        def look():
            for node in self.seen():
                if node.name == name and (role is None or node.getRoleName() == role):
                    if not enabled or node.getState().contains(self.atspi.STATE_ENABLED):
                        return node
            return None
        return eventually(f"{role or ''} {name!r}", look)

    def wait_for_text(self, part):
        return eventually(f"a text with {part!r}", lambda: next((t for t in self.said() if part in t), None))

    # What a tool does to it.

    def press(self, name):
        action = self.wait_for(name, "push button").queryAction()
        action.doAction(next(i for i in range(action.nActions) if action.getName(i) == "Press"))

    def choose(self, name):
        self.wait_for(name, "check box").queryAction().doAction(0)

    def select(self, list_name, start):
        """Selects in the list of that name the item whose name starts with START."""
        view = self.wait_for(list_name)

        def rows():
            return [row for row in range(view.childCount) if view.getChildAtIndex(row).name.startswith(start)]
        view.queryTable().addRowSelection(eventually(f"{start!r} in {list_name!r}", rows)[0])

    def write(self, name, text):
        self.wait_for(name, "text").queryEditableText().setTextContents(text)

    def set_value(self, name, value):
        self.wait_for(name).queryValue().currentValue = value

    # What a person does to it, by the codes of the keyboard's keys, whatever stands on them in the layout.

    def keys(self, *keys, pause=60):
        """Presses one after the other: a name of KEYS, several of them with + between, PAUSE milliseconds apart."""
        codes = ["+".join(str(KEYS[one]) for one in key.split("+")) for key in keys]
        subprocess.run(["xdotool", "key", "--delay", str(pause), *codes], env=self.env, check=True)

    def hold(self, key, seconds):
        """The keyboard repeats it meanwhile."""
        subprocess.run(["xdotool", "keydown", str(KEYS[key]), "sleep", str(seconds), "keyup", str(KEYS[key])],
                       env=self.env, check=True)

    def scan(self, digits):
        """What a scanner sends: all within a moment, and Enter."""
        self.keys(*digits, "Enter", pause=4)

    def clipboard(self):
        """What was copied last; nothing as long as nobody copied: xclip fails then."""
        return subprocess.run(["xclip", "-selection", "clipboard", "-out"], env=self.env, check=False, text=True,
                              stdout=subprocess.PIPE).stdout

    def focused(self):
        """The names of what has the focus."""
        return [n.name for n in self.seen() if n.getState().contains(self.atspi.STATE_FOCUSED)]

    def opened(self):
        """The address that was opened last."""
        return eventually("an address that was opened", lambda: (self.home / "opened").exists()
                          and (self.home / "opened").read_text().splitlines())[-1]
