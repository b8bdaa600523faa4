#!/usr/bin/env python3
"""Runs a command on a terminal of its own and types Ctrl-C as soon as it shows a text.

    ctrl_c.py TEXT COMMAND…

What the command shows goes to standard output. Ends with its exit code, 128 and the signal's number
where a signal ended it, as in a shell; with 99 where it ended without showing the text.
"""
import fcntl
import os
import pty
import struct
import sys
import termios

ROWS_AND_COLUMNS = struct.pack("HHHH", 40, 80, 0, 0)
CTRL_C = b"\x03"
NEVER_SHOWN = 99


def read_some(terminal):
    try:
        return os.read(terminal, 65536)
    except OSError:  # the command has ended, and closed its side
        return b""


def type_when_shown(terminal, text):
    """Whether the text was shown. Reads to the end in any case."""
    shown = b""
    has_typed = False
    while some := read_some(terminal):
        shown += some
        if not has_typed and text in shown:
            os.write(terminal, CTRL_C)
            has_typed = True
    sys.stdout.buffer.write(shown)
    return has_typed


def main(text, command):
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, ROWS_AND_COLUMNS)
        os.execvp(command[0], command)
    has_typed = type_when_shown(terminal, text.encode())
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if not has_typed:
        return NEVER_SHOWN
    return code if code >= 0 else 128 - code


sys.exit(main(sys.argv[1], sys.argv[2:]))
