"""./run says what to do when something is in its way. Nothing is installed or built: the programs
that would do it are stand-ins, the only ones on its PATH beside the plain tools of the system."""
import contextlib
import pathlib
import shutil
import socket
import subprocess
import tempfile
import unittest
from unittest import mock

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLAIN = "awk bash cat chmod cp df dirname echo env grep ls mkdir rm sh tail touch xargs".split()
STAND_INS = {
    "id": "echo 1000",
    "dpkg-query": "for name; do case $name in [a-z]*) echo \"ii  $name\" ;; esac; done",
    "apt-cache": "true",
    "apt-get": "exit 1",
    "cmake": "mkdir -p build/release && touch build/release/build.ninja",
    "ninja": "cp tools/caicach build/release/caicach",
}
NOTHING_INSTALLED = {"dpkg-query": "exit 1"}
# Says what it is asked, and fills the data folder as `demo` does.
PROGRAM = '#!/bin/sh\necho "$@"\n[ "$1" != demo ] || { mkdir -p "$3" && touch "$3/caicach.db"; }\n'


class Run(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        (self.root / "tools").mkdir()
        for name in ("run", "tools/install.sh", "tools/packages.txt"):
            shutil.copy(ROOT / name, self.root / name)
        self.write(self.root / "tools" / "caicach", PROGRAM)
        self.programs, self.plain = self.root / "stand_ins", self.root / "plain"
        self.programs.mkdir()
        self.plain.mkdir()
        for name in PLAIN:
            (self.plain / name).symlink_to(shutil.which(name))

    @staticmethod
    def write(path, text):
        assert not path.is_symlink(), path  # or we would write over a program of the machine
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)

    def run_it(self, *arguments, **stand_ins):
        for name, text in {**STAND_INS, **stand_ins}.items():
            self.write(self.programs / name, f"#!/bin/sh\n{text}\n")
        return subprocess.run(
            [self.root / "run", *arguments],
            env={"PATH": f"{self.programs}:{self.plain}"},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def refused(self, code, words, *arguments, **stand_ins):
        done = self.run_it(*arguments, **stand_ins)
        self.assertEqual(done.returncode, code, done.stderr)
        self.assertIn(words, done.stderr.strip().splitlines()[-1])
        return done

    def test_the_first_start_fills_the_data_folder_and_the_second_keeps_it(self):
        serve = "serve --data kept here --port 8123"
        for wanted in (["demo --data kept here", serve], [serve]):
            done = self.run_it("--port", "8123", "--data=kept here")
            said = [line for line in done.stdout.splitlines() if not line.startswith("run: ")]
            self.assertEqual((said, done.returncode), (wanted, 0), done.stderr)

    def test_only_building_serves_nothing(self):
        done = self.run_it("--build-only")
        self.assertEqual((done.returncode, "serve" in done.stdout), (0, False), done.stderr)
        self.assertTrue((self.root / "build/release/caicach").exists())

    def test_a_wrong_line_is_told_before_anything_is_done(self):
        for line in (["--prot", "1"], ["--port"], ["--port", "x"], ["--port=0"], ["--port=65536"]):
            self.refused(64, line[0].partition("=")[0], *line)
        self.assertFalse((self.root / "build").exists())

    def test_a_port_that_is_taken_is_named_with_another_one(self):
        with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as other:
            port = other.getsockname()[1]
            self.refused(69, f"port {port} is taken", "--port", str(port))

    def test_without_root_and_sudo_the_command_for_root_is_told(self):
        self.refused(69, "Run as root: apt-get install g++ ", **NOTHING_INSTALLED)

    def test_a_machine_that_is_no_debian_is_told_where_the_names_are(self):
        without = {name: text for name, text in STAND_INS.items() if name != "dpkg-query"}
        with mock.patch.dict(STAND_INS, without, clear=True):
            self.refused(69, "this is not Debian. Install what tools/packages.txt names")

    def test_an_archive_out_of_reach_is_told(self):
        self.refused(
            *[69, "reaches the Debian archive"],
            **{**NOTHING_INSTALLED, "apt-cache": "exit 1", "sudo": "exit 100"},
        )

    def test_an_installation_that_fails_is_told_with_its_packages(self):
        sudo = 'case "$*" in *"apt-get install"*) echo "E: no space" >&2; exit 100 ;; esac'
        # What places and removes the policy against service starts goes through sudo as well.
        stand_ins = {**NOTHING_INSTALLED, "sudo": sudo, "apt-get": "true"}
        done = self.refused(69, "apt could not install: g++ ", **stand_ins)
        self.assertIn("E: no space", done.stderr)

    def test_a_disk_without_room_is_told_before_the_build(self):
        free = "echo head; echo /dev/x 9 9 1000 99% /"
        self.refused(73, "less than 500 MB are left", df=free)

    def test_a_build_that_fails_says_why_and_what_to_try(self):
        for said, code, words in (
            ("error: no space left on device", 73, "Make room, then run again"),
            ("npm ERR! network request to https://registry failed", 69, "npm did not reach"),
            ("item.cpp:1: error: expected ';'", 70, "remove build/release and run again"),
        ):
            with self.subTest(said=said):
                done = self.refused(code, words, ninja=f'echo "{said}"; exit 1')
                self.assertIn(said, done.stderr)


if __name__ == "__main__":
    unittest.main()
