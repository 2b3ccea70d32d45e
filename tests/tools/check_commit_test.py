"""Good commit messages pass, each fault is named."""
import importlib.util
import pathlib
import unittest

TOOL = pathlib.Path(__file__).resolve().parents[2] / "tools/check_commit.py"
SPEC = importlib.util.spec_from_file_location("check_commit", TOOL)
check_commit = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(check_commit)


class CheckCommit(unittest.TestCase):
    def accepts(self, message):
        self.assertEqual([], check_commit.faults_of(message))

    def names(self, message, expected):
        faults = check_commit.faults_of(message)
        self.assertEqual(1, len(faults), faults)
        self.assertIn(expected, faults[0])

    def test_good_messages(self):
        self.accepts("plan: Read Roman numerals in headings")
        self.accepts("plan: Read Roman numerals\n\nThe genre numbers its parts so.\n")
        self.accepts("plan: See\n\n" + "https://example.org/" + "a" * 80)
        self.accepts(
            "Merge branch 'x' into a name that is as long as it likes to be, without a colon"
        )

    def test_a_subject_without_module(self):
        self.names("Read Roman numerals", "module: Imperative")

    def test_a_small_letter(self):
        self.names("plan: read Roman numerals", "capital")

    def test_the_past(self):
        self.names("plan: Added Roman numerals", "imperative")

    def test_a_full_stop(self):
        self.names("plan: Read Roman numerals.", "full stop")

    def test_a_long_subject(self):
        self.names("plan: Read " + "a" * 62, "73 columns")

    def test_a_body_stuck_to_the_subject(self):
        self.names("plan: Read numerals\nBecause.", "empty line")

    def test_a_wide_body(self):
        self.names("plan: Read numerals\n\n" + "word " * 16, "body at 72")


if __name__ == "__main__":
    unittest.main()
