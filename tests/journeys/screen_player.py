"""A screen at a counter as the house hears it: pairs, takes the programme, tells what it showed.

What a real browser shows with it is asked in tests/browser/screens.spec.mjs."""
import json
import secrets
import urllib.parse

from house import check, equal

DAY_SECONDS_SHOWN = 2 * 3600
SLIDE_SECONDS = 15


class Player:
    def __init__(self):
        self.token = secrets.token_urlsafe(32)
        self.sequence = 0
        self.slides = []

    def say(self, browser, **fields):
        answer = browser.send(
            "POST",
            "/man-hinh/dong-bo",
            urllib.parse.urlencode(fields),
            {
                "Content-Type": "application/x-www-form-urlencoded",
                "Authorization": f"Bearer {self.token}",
            },
        )
        equal(answer.status, 200, f"the house hears the player: {fields}")
        heard = json.loads(answer.text)
        if "manifest" in heard:
            self.slides = list(json.loads(heard["manifest"])["slides"])
        return heard

    def pairing_code(self, browser):
        return self.say(browser)["code"]

    def tells(self, browser, day):
        """Two hours of its first slide, in one day."""
        self.say(browser)
        check(self.slides, "there is something to show")
        self.sequence += 1
        shown = {
            "code": self.slides[0],
            "day": day.isoformat(),
            "plays": DAY_SECONDS_SHOWN // SLIDE_SECONDS,
            "seconds": DAY_SECONDS_SHOWN,
        }
        heard = self.say(browser, sequence=self.sequence, shown=json.dumps([shown]))
        equal(heard["taken"], self.sequence, "what was shown is taken down")
