"""The sheet of ASVS is held to the standard's numbers and to tests that exist."""
import pathlib
import sys
import unittest

from planted import PlantedTest, house

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from check_asvs import items  # noqa: E402

FILES = house(
    """\
== foundation/x/test/door_test.cpp
TEST_CASE("a door that is shut stays "
          "shut")
TEST_CASE("a door opens")
== tests/journeys/journey_door.py
# goes through it
== tests/browser/door.spec.mjs
test("the door has a handle", () => {});
"""
)
SHUT = '`door_test` "a door that is shut stays shut", "a door opens"'


def sheet(*changes, sums="253 items: 253 held, 0 in part, 0 gap, 0 not applicable."):
    """A whole sheet; each change takes the place of the row of its number."""
    rows = {item: f"| {item} | {level} | doors | held | {SHUT} |" for item, level in items()}
    for change in changes:
        rows[change.split(" ")[1]] = change
    return {"docs/operate/asvs.md": "# Sheet\n" + sums + "\n" + "\n".join(rows.values()) + "\n"}


class CheckAsvs(PlantedTest):
    checker = "check_asvs.py"
    clean = {**FILES, **sheet()}

    def test_a_right_sheet_is_accepted(self):
        self.accepts({})

    def test_the_standard_has_253_requirements_up_to_level_2_of_them_70_of_level_1(self):
        levels = [level for _, level in items()]
        self.assertEqual((253, 70), (len(levels), levels.count("1")))

    def test_journeys_pages_files_and_documents_are_shown_too(self):
        for by in (
            "`journey_door`",
            '`door.spec` "the door has a handle"',
            "`foundation/x/test/door_test.cpp`",
            "[the doors](doors.md)",
        ):
            self.accepts(sheet(f"| 1.1.1 | 2 | doors | held | {by} |"))

    def test_a_test_that_is_gone_is_named(self):
        self.names(sheet('| 1.1.1 | 2 | a | held | `door_test` "a door sings" |'), "a door sings")
        self.names(sheet("| 1.1.1 | 2 | a | held | `window_test` |"), "no window_test")

    def test_half_the_name_of_a_test_is_not_its_name(self):
        self.names(sheet('| 1.1.1 | 2 | a | held | `door_test` "a door" |'), "no test 'a door'")

    def test_held_without_anything_that_shows_it_is_named(self):
        self.names(sheet("| 1.1.1 | 2 | doors | held | surely |"), "what shows it?")

    def test_a_gap_without_a_word_is_named(self):
        sums = "253 items: 252 held, 0 in part, 1 gap, 0 not applicable."
        self.names(sheet("| 1.1.1 | 2 | doors | gap |  |", sums=sums), "no word says why")

    def test_a_missing_item_and_a_wrong_level_are_named(self):
        text = sheet()["docs/operate/asvs.md"]
        lines = [line for line in text.splitlines() if not line.startswith("| 3.4.1 ")]
        shorter = "\n".join(lines).replace("253 items: 253 held", "252 items: 252 held")
        self.names({"docs/operate/asvs.md": shorter}, "3.4.1 of level 1 is missing")
        status, said = self.run_checker(sheet(f"| 3.4.1 | 2 | doors | held | {SHUT} |"))
        self.assertEqual(1, status)
        self.assertIn("3.4.1 of level 2 is none of the standard's", said)

    def test_an_item_that_stands_twice_is_named(self):
        text = sheet(sums="254 items: 254 held, 0 in part, 0 gap, 0 not applicable.")
        twice = text["docs/operate/asvs.md"] + f"| 1.1.1 | 2 | doors | held | {SHUT} |\n"
        self.names({"docs/operate/asvs.md": twice}, "1.1.1 stands 2 times")

    def test_wrong_sums_and_unknown_states_are_named(self):
        self.names(sheet(sums="253 items: 252 held."), "its sums are")
        status, said = self.run_checker(sheet(f"| 1.1.1 | 2 | doors | nearly | {SHUT} |"))
        self.assertEqual(1, status)
        self.assertIn("'nearly' is no state", said)


if __name__ == "__main__":
    unittest.main()
