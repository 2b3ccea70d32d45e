"""A person's telephone: the app that shows codes (RFC 6238)."""
import base64
import hashlib
import hmac
import html
import re
import struct
import time

from house import check

STEP_SECONDS = 30


class Telephone:
    """Takes in the secret that a page shows for typing, and shows each code once."""

    def __init__(self, page):
        found = re.search(r"<code>([A-Z2-7 ]{39})</code>", page.text)
        check(found, "the page shows a secret in groups of four")
        self.secret = base64.b32decode(html.unescape(found[1]).replace(" ", ""))
        self.used = 0

    def code(self):
        """Of this half minute, or of the next, which is taken too; then one has to wait."""
        step = max(int(time.time()) // STEP_SECONDS, self.used + 1)
        while step > int(time.time()) // STEP_SECONDS + 1:
            time.sleep(0.2)
        self.used = step
        digest = hmac.new(self.secret, struct.pack(">Q", step), hashlib.sha1).digest()
        at = digest[-1] & 15
        number = int.from_bytes(digest[at : at + 4], "big") & 0x7FFFFFFF
        return f"{number % 1_000_000:06}"
