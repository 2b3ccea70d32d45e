"""A real SMTP server (Debian's python3-aiosmtpd) that keeps the letters it takes."""
import email
import email.policy
import pathlib
import subprocess
import sys
import tempfile
import time

from house import ROOT, check, equal, free_port

SITE = "https://cchc.songlam.example"
WAIT_SECONDS = 45

SERVER = """
import asyncio, pathlib, sys
from aiosmtpd.controller import Controller
folder, port, deferred, seconds = pathlib.Path(sys.argv[1]), *map(float, sys.argv[2:])
class Keeper:
    seen = 0
    async def handle_MAIL(self, server, session, envelope, address, options):
        if (folder / "refuses").exists():
            return "550 5.7.1 we do not know this sender"
        envelope.mail_from = address
        return "250 OK"
    async def handle_DATA(self, server, session, envelope):
        Keeper.seen += 1
        number = Keeper.seen
        if number <= deferred:
            (folder / "deferred").touch()
            return "451 4.7.1 later, please"
        part = folder / f"{number:06}.part"
        receivers = ",".join(envelope.rcpt_tos).encode()
        part.write_bytes(b"X-To: " + receivers + b"\\r\\n" + envelope.content)
        part.rename(folder / f"{number:06}.eml")
        await asyncio.sleep(seconds)
        return "250 OK"
controller = Controller(Keeper(), hostname="127.0.0.1", port=int(port))
controller.start()
print("ready", flush=True)
sys.stdin.read()
controller.stop()
"""


def python_with_a_mail_server():
    """This Python, or Debian's own, whose package it is."""
    for python in (sys.executable, "/usr/bin/python3"):
        done = subprocess.run([python, "-c", "import aiosmtpd"], capture_output=True, check=False)
        if done.returncode == 0:
            return python
    return None


class PostOffice:
    """Puts the first `deferred` letters off; lets senders wait `seconds` for its "yes"."""

    def __init__(self, deferred=0, seconds=0.0):
        self.python = python_with_a_mail_server()
        check(self.python, "python3-aiosmtpd is installed")
        self.manner = [str(deferred), str(seconds)]
        self.port = free_port()

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.box = pathlib.Path(self.folder.name)
        self.process = subprocess.Popen(
            [self.python, "-c", SERVER, self.box, str(self.port), *self.manner],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        equal(self.process.stdout.readline(), "ready\n", "the mail server")
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()
        self.folder.cleanup()

    def refuses_senders(self, refuses):
        """Says 550 to MAIL FROM, of whomever it is."""
        mark = self.box / "refuses"
        mark.touch() if refuses else mark.unlink()

    @property
    def settings(self):
        """Of a province that sends its letters here."""
        return [
            "--set", f"mail.url=smtp://127.0.0.1:{self.port}",
            "--set", "mail.from=cchc@songlam.example",
            "--set", "mail.requires_tls=false",
            "--set", f"province.site={SITE}",
        ]  # fmt: skip

    def has_deferred(self):
        return (self.box / "deferred").exists()

    def letters(self):
        """In the order in which they came; `X-To` says to whom."""
        return [
            email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            for path in sorted(self.box.glob("*.eml"))
        ]

    def wait_for(self, count):
        """As soon as there are so many."""
        end = time.monotonic() + WAIT_SECONDS
        while len(found := self.letters()) < count:
            check(time.monotonic() < end, f"letters in the box: {len(found)}, not {count}")
            time.sleep(0.2)
        return found


def body(letter):
    return letter.get_body(("plain",)).get_content()
