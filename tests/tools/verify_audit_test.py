"""The second verifier alone: its signatures against those of RFC 8032, and what it refuses. That
it agrees with the program is told by tests/journeys/journey_audit.py."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOOLS = pathlib.Path(__file__).resolve().parents[2] / "tools"
sys.path.insert(0, str(TOOLS))

import ed25519  # noqa: E402

# RFC 8032, 7.1: public key, message, signature.
VECTORS = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
]


class Signatures(unittest.TestCase):
    def test_those_of_the_standard_are_right(self):
        for key, message, signature in VECTORS:
            arguments = [bytes.fromhex(text) for text in (key, message, signature)]
            self.assertTrue(ed25519.verify(*arguments))

    def test_one_changed_bit_anywhere_is_refused(self):
        key, message, signature = (bytes.fromhex(text) for text in VECTORS[1])
        for place in (0, 31, 32, 63):
            wrong = bytearray(signature)
            wrong[place] ^= 1
            self.assertFalse(ed25519.verify(key, message, bytes(wrong)))
        self.assertFalse(ed25519.verify(key, b"\x73", signature))
        self.assertFalse(ed25519.verify(bytes(32), message, signature))

    def test_what_has_another_length_or_order_is_refused(self):
        key, message, signature = (bytes.fromhex(text) for text in VECTORS[1])
        self.assertFalse(ed25519.verify(key, message, signature[:-1]))
        self.assertFalse(ed25519.verify(key[:-1], message, signature))
        scalar = int.from_bytes(signature[32:], "little") + ed25519.ORDER
        self.assertFalse(
            ed25519.verify(key, message, signature[:32] + scalar.to_bytes(32, "little"))
        )
        # The neutral point as a key, under which everything would be signed.
        self.assertFalse(ed25519.verify(b"\x01" + bytes(31), message, b"\x01" + bytes(63)))


class CommandLine(unittest.TestCase):
    def run_on(self, name, text):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, name)
            path.write_text(text, encoding="utf-8")
            return subprocess.run(
                [sys.executable, TOOLS / "verify_audit.py", path],
                capture_output=True,
                text=True,
                check=False,
            )

    def test_a_missing_file_is_told(self):
        done = subprocess.run(
            [sys.executable, TOOLS / "verify_audit.py", "khong-co.db"],
            capture_output=True,
            text=True,
            check=False,
        )
        self.assertEqual((done.returncode, done.stdout), (66, ""))
        self.assertIn("khong-co.db", done.stderr)

    def test_a_file_of_other_columns_is_told(self):
        done = self.run_on("trail.csv", "a,b\n1,2\n")
        self.assertEqual(done.returncode, 65)
        self.assertIn("previous_hash", done.stderr)

    def test_an_empty_trail_is_right(self):
        done = self.run_on("trail.jsonl", "")
        self.assertEqual((done.returncode, done.stdout), (0, "OK   0 rows, 0 checkpoints\n"))


if __name__ == "__main__":
    unittest.main()
