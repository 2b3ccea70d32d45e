#!/usr/bin/env python3
"""The command line as people and scripts meet it, and what speaks of it elsewhere.

usage: command_line_test.py PROGRAM
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = str(Path(sys.argv.pop(1)).resolve())
ENVIRONMENT = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LANG": "C.UTF-8"}


def run(*arguments, **environment):
    return subprocess.run(
        [PROGRAM, *arguments],
        env=ENVIRONMENT | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def parts_of_help(*command):
    """(long options, subcommands) that `--help` tells."""
    text = run(*command, "--help").stdout
    options = set(re.findall(r"^  (?:-h,)?(--[a-z-]+)", text, re.M))
    _, _, rest = text.partition("\nSubcommands:\n")
    return options, re.findall(r"^  ([a-z]+) ", rest.partition("\n\n")[0], re.M)


def completions(*words):
    """What bash offers for the last of the words."""
    script = f"""
        source {ROOT}/packaging/completion/caicach
        COMP_WORDS=(caicach "$@") COMP_CWORD=$#
        _caicach caicach "${{@: -1}}" "${{COMP_WORDS[$# - 1]}}"
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    done = subprocess.run(
        ["bash", "-c", script, "bash", *words], capture_output=True, text=True, check=True, cwd="/"
    )
    return set(done.stdout.split())


def every_command():
    for name in parts_of_help()[1]:
        inner = parts_of_help(name)[1]
        yield from ((name, below) for below in inner) if inner else [(name,)]


class WhatSpeaksOfTheCommandLine(unittest.TestCase):
    def test_completion_offers_exactly_the_commands_and_options_that_there_are(self):
        for command in [(), ("plan",), ("config",), *every_command()]:
            with self.subTest(command=command):
                options, inner = parts_of_help(*command)
                self.assertEqual(completions(*command, "--"), options)
                if inner:
                    offered = completions(*command, "")
                    self.assertEqual({w for w in offered if w[0] != "-"}, set(inner))

    def test_the_manual_tells_every_command_and_option(self):
        manual = (ROOT / "packaging/man/caicach.1").read_text().replace("\\-", "-")
        for command in every_command():
            with self.subTest(command=command):
                self.assertRegex(manual, rf"(?m)^\.BR? \"?{' '.join(command)}\b")
                for option in parts_of_help(*command)[0]:
                    self.assertIn(option, manual)

    def test_help_of_every_command_shows_an_example(self):
        for command in every_command():
            with self.subTest(command=command):
                self.assertIn("\n  caicach " + " ".join(command), run(*command, "--help").stdout)


class Answers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.data = cls.folder.name + "/sample"
        made = run("demo", "--data", cls.data, "--json")
        assert made.returncode == 0, made.stderr
        cls.made = json.loads(made.stdout)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def refused(self, code, word, *arguments, **environment):
        done = run(*arguments, **environment)
        self.assertEqual(done.returncode, code, done.stderr)
        self.assertIn(word, done.stderr)
        self.assertNotIn("terminate called", done.stderr)

    def test_the_data_folder_is_taken_before_the_command_behind_it_and_from_the_environment(self):
        for arguments, environment in [
            (["--data", self.data, "--json", "check"], {}),
            (["check", "--json", "--data", self.data], {}),
            (["check", "--json"], {"CAICACH_DATA": self.data}),
        ]:
            done = run(*arguments, **environment)
            self.assertEqual(done.returncode, 0, done.stderr)
            names = {check["name"] for check in json.loads(done.stdout)}
            self.assertEqual({w for w in completions("check", "") if w[0] != "-"}, names)

    def test_machines_read_json(self):
        self.assertEqual(self.made, {"data": self.data})
        for command in ["doctor", "migrate", "config show", "config check", "routes"]:
            with self.subTest(command=command):
                json.loads(run(*command.split(), "--json", "--data", self.data).stdout)
        imported = run(
            *["plan", "import", str(ROOT / "data/sample/plan_2026.md")],
            *["--data", self.data, "--json"],
        )
        self.assertEqual(json.loads(imported.stdout)["edition"], 1, imported.stderr)

    def test_a_wrong_line_ends_with_64(self):
        self.refused(64, "--help")
        self.refused(64, "nonsense", "nonsense")
        self.refused(64, "--port", "serve", "--port", "99999")
        self.refused(64, "no check named", "check", "nonsense", "--data", self.data)

    def test_a_wrong_configuration_ends_with_78_and_names_origin_and_remedy(self):
        self.refused(78, "did you mean server.port?", "config", "check", "--set", "server.prt=1")
        variable = "CAICACH_SERVER__PORT"
        self.refused(78, f"environment {variable}", "config", "check", **{variable: "x"})
        self.refused(78, "did you mean", "config", "check", CAICACH_SERVER_PORT="1")

    def test_what_is_not_there_ends_with_66_and_nothing_is_made(self):
        nowhere = self.folder.name + "/nowhere"
        self.refused(66, nowhere, "check", "--data", nowhere)
        self.assertFalse(os.path.exists(nowhere))
        self.refused(66, "Không mở được tệp", "plan", "read", nowhere + ".docx")

    def test_a_database_that_is_away_ends_with_69(self):
        self.refused(
            *[69, "cơ sở dữ liệu", "migrate", "--data", self.data],
            *["--set", "database.url=postgresql://nobody@127.0.0.1:1/none"],
        )

    def test_config_show_names_each_origin_and_hides_the_password(self):
        shown = json.loads(
            run(
                *["config", "show", "--json", "--data", self.data],
                *["--set", "database.url=postgresql://caicach:secret@db/caicach"],
                CAICACH_LOG__LEVEL="error",
            ).stdout
        )
        self.assertEqual(shown["province.sample"]["origin"], f"file {self.data}/caicach.toml")
        self.assertEqual(shown["log.level"]["origin"], "environment CAICACH_LOG__LEVEL")
        self.assertEqual(shown["server.port"]["origin"], "default")
        self.assertEqual(shown["database.url"]["origin"], "command line")
        self.assertEqual(shown["database.url"]["value"], "postgresql://caicach:***@db/caicach")


if __name__ == "__main__":
    unittest.main()
