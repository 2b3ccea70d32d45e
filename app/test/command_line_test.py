#!/usr/bin/env python3
"""The command line as people and scripts meet it, and what speaks of it elsewhere.

usage: command_line_test.py PROGRAM
"""
import contextlib
import json
import os
import re
import shutil
import sqlite3
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
            self.assertEqual(
                {w for w in completions("check", "") if w[0] != "-"}, names | {"figures"}
            )

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

    def test_the_version_is_told_to_people_and_machines(self):
        version = run("--version").stdout.strip()
        self.assertRegex(version, r"^\d+\.\d+\.\d+$")
        for line in (["--version", "--json"], ["--json", "--version"]):
            told = json.loads(run(*line).stdout)
            self.assertEqual(told, {"name": "caicach", "version": version})

    def test_json_is_json_whatever_bytes_a_name_has(self):
        done = subprocess.run(
            [PROGRAM, "demo", "--json", "--data", os.fsencode(self.folder.name) + b"/t\xff"],
            env=ENVIRONMENT,
            capture_output=True,
            timeout=120,
            check=False,
        )
        told = json.loads(done.stdout.decode("utf-8"))
        self.assertEqual(told, {"data": self.folder.name + "/t\N{REPLACEMENT CHARACTER}"})

    def test_a_group_without_its_command_says_how_it_is_called(self):
        self.refused(64, "Usage: caicach config", "config")

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

    def test_a_file_that_is_no_database_ends_with_69_and_says_what_to_do(self):
        data = Path(self.folder.name, "damaged")
        data.mkdir()
        (data / "caicach.db").write_bytes(b"x" * 5000)
        for command in ("check", "migrate", "serve"):
            self.refused(69, f"{data}/caicach.db bị hỏng", command, "--data", str(data))

    def test_a_database_of_a_newer_program_ends_with_65_and_is_left_alone(self):
        data = Path(self.folder.name, "newer")
        shutil.copytree(self.data, data)
        with contextlib.closing(sqlite3.connect(data / "caicach.db")) as database, database:
            database.execute(
                "INSERT INTO schema_migration VALUES ('plan', '0999_future', 'x', '2099')"
            )
        before = sorted(os.listdir(data))
        for command in ("check", "migrate", "serve", "work"):
            self.refused(65, "plan/0999_future", command, "--data", str(data))
        self.assertEqual(sorted(os.listdir(data)), before)

    def test_a_password_is_read_from_a_file_of_its_own(self):
        secret = Path(self.folder.name, "url")
        secret.write_text("postgresql://caicach:secret@db/caicach\n")
        variable = {"CAICACH_DATABASE__URL_FILE": str(secret)}
        shown = json.loads(run("config", "show", "--json", "--data", self.data, **variable).stdout)
        told = shown["database.url"]
        self.assertEqual(told["value"], "postgresql://caicach:***@db/caicach")
        self.assertIn(str(secret), told["origin"])

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
