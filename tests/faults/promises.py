"""What people were told of what they sent, and whether it is so."""
import re

import stored
from house import check, equal

ACKNOWLEDGED, UNAVAILABLE = 303, 503
# What hinders, in words that an official can pass on.
REASONS = ("Ổ đĩa", "hết chỗ", "cơ sở dữ liệu")
UNKNOWN = "ngừng đúng lúc đang lưu nên chưa rõ"  # as all forms begin to say it


class Promises:
    def __init__(self):
        self.acknowledged, self.refused, self.unknown = set(), set(), set()

    def take(self, title, answer):
        """True where it was taken; otherwise the page says why."""
        if answer.status == ACKNOWLEDGED:
            self.acknowledged.add(title)
            return True
        equal(answer.status, UNAVAILABLE, f"what becomes of {title}")
        said = re.search(r"<main.*</main>", answer.text, re.S)[0]
        check(any(reason in said for reason in REASONS), f"the page says why: {said}")
        (self.unknown if UNKNOWN in said else self.refused).add(title)
        return False

    def refuses(self, title, answer):
        check(not self.take(title, answer), f"{title} cannot have been stored")

    def keeps(self, title, answer):
        check(self.take(title, answer), f"{title} should have been stored: {answer.status}")

    def are_kept(self, house, data):
        """Of what nobody knew we only know that it is there once or not at all."""
        titles = stored.titles(house, data)
        lost = self.acknowledged - set(titles)
        check(not lost, f"acknowledged and lost: {sorted(lost)}")
        there = self.refused & set(titles)
        check(not there, f"refused, and there: {sorted(there)}")
        sent = self.acknowledged | self.unknown
        twice = sorted(title for title in sent if titles[title] > 1)
        check(not twice, f"sent once, and there more often: {twice}")

    def __str__(self):
        counts = len(self.acknowledged), len(self.refused), len(self.unknown)
        return "{} acknowledged, {} refused, {} unknown".format(*counts)
