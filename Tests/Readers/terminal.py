"""Runs a command in a pseudo terminal and answers what it asks.

terminal.py OUT ANSWERS COMMAND...: stdin and stderr of the command are the terminal, its stdout is the file OUT. ANSWERS is a JSON
array; each is typed as soon as the command waits behind "> ". Prints a JSON object with the exit code and all that was on the screen.
"""

import json
import os
import pty
import sys

out, answers, command = sys.argv[1], json.loads(sys.argv[2]), sys.argv[3:]
child, terminal = pty.fork()
if child == 0:
    os.dup2(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
    os.execv(command[0], command)

screen = b""
typed = 0
while True:
    try:
        part = os.read(terminal, 4096)
    except OSError:  # Linux tells so that nobody has the terminal open any more.
        part = b""
    if not part:
        break
    screen += part
    if screen.endswith(b"> ") and typed < len(answers):
        os.write(terminal, answers[typed].encode())
        typed += 1
code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
print(json.dumps({"code": code, "typed": typed, "screen": screen.decode().replace("\r\n", "\n")}))
