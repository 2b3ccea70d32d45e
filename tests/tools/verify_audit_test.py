"""The second verifier alone: its signatures against those of RFC 8032, and what it refuses. That
it agrees with the program is told by tests/journeys/journey_audit.py."""
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOOLS = pathlib.Path(__file__).resolve().parents[2] / "tools"
sys.path.insert(0, str(TOOLS))

import ed25519  # noqa: E402
import verify_audit  # noqa: E402

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


def chain(*rows):
    """Sealed as the README tells it, each by its own format; what a row lacks its export lacks."""
    previous, sealed = "0" * 64, []
    for seq, (shape, more) in enumerate(rows, 1):
        row = {
            "seq": seq, "at": "2026-03-15T02:00:00.000000Z", "actor_account": "7",
            "actor_name": "Đàm Thu Hiền", "acting_agency": "3", "operating_system_user": "",
            "request_id": "req-1", "action": "plan.item.changed", "object_type": "item",
            "object_id": "5", "detail": "",
        }  # fmt: skip
        texts = [shape, *map(str, row.values()), *more.values()]
        bytes_ = b"".join(b"%d:%b," % (len(text.encode()), text.encode()) for text in texts)
        sealed_hash = hashlib.sha256(previous.encode() + bytes_).hexdigest()
        sealed.append({**row, **more, "previous_hash": previous, "hash": sealed_hash})
        previous = sealed_hash
    return sealed


BEHALF = {"on_behalf_of": "8", "on_behalf_of_name": "Lục Văn Bách"}
ORIGIN = {"address": "2001:db8::7", "session": "0123456789abcdef"}
OWN = {"on_behalf_of": "0", "on_behalf_of_name": ""}


class Formats(unittest.TestCase):
    def verified(self, rows):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "trail.jsonl")
            path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
            return verify_audit.verify(path)

    def rows(self):
        return chain(
            ("caicach-audit-1", {}),
            ("caicach-audit-2", BEHALF),
            ("caicach-audit-3", OWN | ORIGIN),
            ("caicach-audit-3", BEHALF | ORIGIN),
        )

    def test_rows_of_all_formats_make_one_chain(self):
        self.assertEqual(self.verified(self.rows()), {"ok": True, "rows": 4, "checkpoints": 0})

    def test_an_address_or_session_changed_taken_out_or_put_in_is_found(self):
        ways = [
            (3, {"address": "203.0.113.9"}),
            (3, {"session": ""}),
            (3, {"address": "", "session": ""}),
            (4, {"address": "2001:db8::70", "session": "123456789abcdef"}),
            (1, {"address": "203.0.113.9"}),
            (2, {"session": "fedcba9876543210"}),
        ]
        for seq, change in ways:
            rows = self.rows()
            rows[seq - 1].update(change)
            found = self.verified(rows)
            self.assertEqual(found["first_bad"], {"seq": seq, "fault": "changed"}, change)


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
