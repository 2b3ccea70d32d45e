"""A small house that is clean, and a way to plant one fault in it and hear what a checker says."""
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

TOOLS = pathlib.Path(__file__).resolve().parents[2] / "tools"


def house(text):
    """The files of a text in which `== path` begins each."""
    parts = re.split(r"^== (.+)\n", text, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2]))


class PlantedTest(unittest.TestCase):
    checker = ""
    clean = {}

    def run_checker(self, planted):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name, text in {**self.clean, **planted}.items():
                if text is None:
                    continue
                path = root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            done = subprocess.run(
                [sys.executable, TOOLS / self.checker, root],
                capture_output=True,
                text=True,
                check=False,
            )
        return done.returncode, done.stdout + done.stderr

    def accepts(self, planted):
        status, said = self.run_checker(planted)
        self.assertEqual(0, status, said)

    def names(self, planted, *expected):
        """The planted fault, and nothing beside it, is named."""
        status, said = self.run_checker(planted)
        self.assertEqual(1, status, said)
        for text in expected:
            self.assertIn(text, said)
        self.assertEqual(1, len(said.strip().splitlines()), said)
