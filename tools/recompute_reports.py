#!/usr/bin/env python3
"""Works every number of sent reports out anew, without the program that sent them.

    recompute_reports.py DATA              the folder of a province on SQLite; prints what differs
    recompute_reports.py DATA --totals     and the totals of each period and collector, as JSON

Needs Python and nothing else. It reads the facts, who passed what on to whom, the tasks, the
obstacles and the frozen submissions, as they stood when each report was sent; it shares no code
with the program. What the program alone knows (plans that somebody watches) is not compared, and
is counted. Exit codes: 0 all agree, 65 something differs, 66 no such file."""
import argparse
import collections
import fractions
import hashlib
import json
import math
import pathlib
import sys

from recorded import WHOLE, day_of, amount, Database, Succession, Facts, Tasks, Obstacles

OK, WRONG, NO_FILE = 0, 65, 66
SCALE = 10_000  # numbers are kept in ten-thousandths
STANDING = ("submitted", "checked", "approved")


class Reports:
    """Submissions, the forms that they were sent by, and the values that stand sent."""

    def __init__(self, database):
        self.agencies = {
            row["code"]: row["id"]
            for row in database.rows("SELECT id, code FROM organisation_agency")
        }
        self.forms = {
            row["id"]: (json.loads(row["content"]), row["content"], row["content_sha256"])
            for row in database.rows("SELECT id, content, content_sha256 FROM report_form_version")
        }
        self.submissions = database.rows(
            "SELECT s.id, s.report_id, s.number, s.code, s.content, s.sha256, s.sent_at,"
            " s.form_version_id, r.state, r.submission_id, r.period_id, r.collector_id,"
            " r.agency_id, p.year_from FROM report_submission s"
            " JOIN report_report r ON r.id = s.report_id"
            " JOIN report_period p ON p.id = r.period_id ORDER BY s.report_id, s.number"
        )
        self.values = collections.defaultdict(dict)
        for row in database.rows("SELECT * FROM report_value"):
            self.values[row["report_id"]][row["indicator"]] = row
        self.table_values = collections.defaultdict(dict)
        for row in database.rows("SELECT * FROM report_table_value"):
            place = (row["table_key"], row["row_name"], row["column_key"])
            self.table_values[row["report_id"]][place] = row["numerator"]

    def parts(self, version, kind):
        for section in self.forms[version][0]["sections"]:
            for part in section.get("parts", []):
                if kind in part:
                    yield part[kind]

    def indicators(self, version):
        return {one["key"]: one for one in self.parts(version, "indicator")}

    def fixed_tables(self, version):
        return [one for one in self.parts(version, "table") if one.get("rows_of") == "fixed"]

    def table_numbers(self, version, frozen):
        """What a submission says of tables whose rows the form has: {(table, row, column): n}."""
        found = collections.Counter()
        for table in self.fixed_tables(version):
            for row in frozen["tables"].get(table["key"], []):
                for column, cell in zip(table["columns"], row["cells"]):
                    if column.get("is_number") and (number := number_in(cell)) is not None:
                        found[(table["key"], row["name"], column["key"])] += number
        return found


class Recomputing:
    """Goes through all submissions and keeps what differs."""

    def __init__(self, database):
        self.succession = Succession(database)
        self.facts = Facts(database)
        self.tasks = Tasks(database, self.succession)
        self.obstacles = Obstacles(database)
        self.reports = Reports(database)
        self.differences = []
        self.compared = collections.Counter()
        self.sent_before = {}
        self.frozen = {one["code"]: json.loads(one["content"]) for one in self.reports.submissions}

    def differs(self, submission, what, found, wanted):
        if found != wanted:
            self.differences.append(f"{submission['code']} {what}: {found}, worked out {wanted}")

    def run(self):
        for version, (_, content, sha256) in self.reports.forms.items():
            if hashlib.sha256(content.encode()).hexdigest() != sha256:
                self.differences.append(f"form version {version}: its hash is not its content's")
        standing = {}
        for submission in self.reports.submissions:
            frozen = self.check_content(submission)
            self.check_numbers(submission, frozen)
            self.check_gathered(submission, frozen)
            self.check_gathered_tables(submission, frozen)
            if submission["state"] in STANDING and submission["submission_id"] == submission["id"]:
                standing[submission["report_id"]] = (submission, frozen)
        for submission, frozen in standing.values():
            self.check_values(submission, frozen)
            self.check_table_values(submission, frozen)
        kept = set(self.reports.values) | set(self.reports.table_values)
        for report in kept - set(standing):
            self.differences.append(f"report {report}: values without a submission that stands")
        return standing

    def check_content(self, submission):
        """Its hash, its canonical form, and the one before it in the chain."""
        text = submission["content"]
        self.differs(
            submission, "hash", submission["sha256"], hashlib.sha256(text.encode()).hexdigest()
        )
        frozen = json.loads(text)
        canonical = json.dumps(frozen, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        self.differs(submission, "canonical form", text == canonical, True)
        before = self.sent_before.get(submission["report_id"])
        previous = {"receipt": before["code"], "sha256": before["sha256"]} if before else None
        self.differs(submission, "the one before it", frozen.get("previous"), previous)
        self.sent_before[submission["report_id"]] = submission
        self.compared["submissions"] += 1
        return frozen

    def check_numbers(self, submission, frozen):
        known = self.reports.indicators(submission["form_version_id"])
        for one in frozen["indicators"]:
            indicator = known[one["key"]]
            if "computed" not in one:
                self.compared["typed numbers"] += 1
                continue
            if indicator["figure"].startswith("evidence."):
                self.check_counted(submission, frozen, indicator, one)
            else:
                self.check_told(submission, frozen, indicator, one)

    def window(self, submission, frozen, indicator):
        is_of_year = indicator.get("span") == "year_to_date"
        first = submission["year_from"] if is_of_year else frozen["period"]["data_from"]
        return first, frozen["period"]["data_until"]

    def check_counted(self, submission, frozen, indicator, one):
        agency = self.reports.agencies[frozen["agency"]]
        first, last = self.window(submission, frozen, indicator)
        product = indicator["figure"].removeprefix("evidence.")
        family = self.succession.family(agency)
        moment = submission["sent_at"]
        facts = list(self.facts.counting(family, product, first, last, moment))
        amounts = [(fact["agency_id"], fact["happened_on"], fact["quantity"]) for fact in facts]
        wanted = self.succession.as_of(last, amounts)[agency]
        self.differs(submission, one["key"], amount(one["computed"]["value"]), wanted)
        mine = {
            fact["code"]
            for fact in facts
            if self.succession.as_of(last, [(fact["agency_id"], fact["happened_on"], WHOLE)])[
                agency
            ]
        }
        named = one["facts"]
        self.differs(submission, f"{one['key']}, how many facts", named["count"], len(mine))
        if named["count"] == len(named["codes"]):
            self.differs(submission, f"{one['key']}, which facts", set(named["codes"]), mine)
            text = "".join(code + "\n" for code in named["codes"])
            sha256 = hashlib.sha256(text.encode()).hexdigest()
            self.differs(submission, f"{one['key']}, hash of facts", named["sha256"], sha256)
        self.compared["numbers from facts"] += 1

    def check_told(self, submission, frozen, indicator, one):
        agency = self.reports.agencies[frozen["agency"]]
        first, last = self.window(submission, frozen, indicator)
        key, said = indicator["figure"], one["computed"]
        if key == "obligation.obstacles_open":
            left = self.obstacles.left(agency, last, submission["sent_at"])
            self.differs(submission, one["key"], amount(said["value"]), left)
            self.compared["numbers from obstacles"] += 1
            return
        told = self.tasks.told(agency, first, last, day_of(submission["sent_at"]))
        if key == "obligation.in_time_share":
            pair = (told["obligation.in_time"], told["obligation.owed"])
            self.differs(submission, one["key"], (amount(said["value"]), amount(said["of"])), pair)
        elif key in (
            "obligation.owed",
            "obligation.in_time",
            "obligation.late",
            "obligation.overdue",
        ):
            self.differs(submission, one["key"], amount(said["value"]), told[key])
        else:
            self.compared["numbers that only the program knows"] += 1
            return
        self.compared["numbers from tasks"] += 1

    def check_gathered(self, submission, frozen):
        """Of a report that gathers others: the submissions that it names, and its own numbers."""
        if "reporters" not in frozen:
            return
        known = self.reports.indicators(submission["form_version_id"])
        own = {one["key"]: one["own"] for one in frozen["indicators"] if "own" in one}
        theirs = [
            {one["key"]: one["sent"] for one in self.frozen[reporter["receipt"]]["indicators"]}
            for reporter in frozen["reporters"]
            if reporter["counts"]
        ]
        for one in frozen["indicators"]:
            indicator = known[one["key"]]
            if indicator.get("adding") == "none":
                continue
            parts = [part for sent in theirs if (part := part_of(indicator, sent))]
            said = one.get("reporters")
            self.differs(
                submission,
                f"{one['key']}, of those who report",
                said and (said["counted"], *kept_of(said)),
                (len(parts), *added(indicator, parts)) if parts else None,
            )
            mine = part_of(indicator, own)
            self.differs(
                submission,
                f"{one['key']}, with theirs",
                kept_of(one["sent"]),
                added(indicator, parts + ([mine] if mine else [])),
            )
            self.compared["gathered numbers"] += 1

    def check_gathered_tables(self, submission, frozen):
        """The same of tables whose rows the form has: row by row, column by column."""
        if "reporters" not in frozen:
            return
        version = submission["form_version_id"]
        theirs = [
            self.reports.table_numbers(version, self.frozen[reporter["receipt"]])
            for reporter in frozen["reporters"]
            if reporter["counts"]
        ]
        for table in self.reports.fixed_tables(version):
            for row in frozen["tables"].get(table["key"], []):
                own = row.get("own", row["cells"])
                for column, mine, sent in zip(table["columns"], own, row["cells"]):
                    place = (table["key"], row["name"], column["key"])
                    wanted = cell_with(column, mine, [one[place] for one in theirs if place in one])
                    found = number_in(sent) if isinstance(wanted, fractions.Fraction) else sent
                    self.differs(submission, f"{'/'.join(place)}, with theirs", found, wanted)
                    self.compared["gathered cells"] += 1

    def check_table_values(self, submission, frozen):
        kept = self.reports.table_values[submission["report_id"]]
        sent = self.reports.table_numbers(submission["form_version_id"], frozen)
        self.differs(submission, "cells kept", set(kept), set(sent))
        for place in set(kept) & set(sent):
            what = f"{'/'.join(place)}, cell kept"
            self.differs(submission, what, kept[place], sent[place] * SCALE)
            self.compared["cells kept"] += 1

    def check_values(self, submission, frozen):
        kept = self.reports.values[submission["report_id"]]
        sent = {one["key"]: one for one in frozen["indicators"]}
        self.differs(submission, "values kept", set(kept), set(sent))
        for key in set(kept) & set(sent):
            row, said = kept[key], sent[key]["sent"]
            self.differs(submission, f"{key}, value kept", *pair_of(row, said))
            self.compared["values kept"] += 1

    def totals(self, standing):
        """By period and collector: sums of numerators and denominators, and weighted means."""
        found = collections.defaultdict(lambda: collections.defaultdict(lambda: [0, 0, 0]))
        for submission, frozen in standing.values():
            known = self.reports.indicators(submission["form_version_id"])
            sent = {one["key"]: one["sent"] for one in frozen["indicators"]}
            place = (frozen["form"]["key"], frozen["period"]["key"], frozen["collector"])
            for key, said in sent.items():
                total = found[place][key]
                value, of = amount(said["value"]), amount(said.get("of", "0"))
                if known[key].get("adding") == "weighted_mean" and "of" not in said:
                    weight = sent.get(known[key]["weight"])
                    if weight is None:
                        continue
                    of = amount(weight["value"])
                    value *= of
                total[0], total[1], total[2] = total[0] + value, total[1] + of, total[2] + 1
        return [
            {
                "form": form,
                "period": period,
                "collector": collector,
                "indicators": {
                    key: {"value": float(value), "of": float(of), "reports": count}
                    for key, (value, of, count) in sorted(totals.items())
                },
            }
            for (form, period, collector), totals in sorted(found.items())
        ]


def number_in(cell):
    """The number of a cell as it is kept, "17.5"; nothing where it holds none."""
    try:
        return fractions.Fraction(cell) if cell else None
    except ValueError:
        return None


def cell_with(column, own, theirs):
    """What a cell says together with those of others; the own one where nothing adds up."""
    adding = column.get("adding", "none") if column.get("is_number") else "none"
    if adding not in ("sum", "maximum") or not theirs:
        return own
    mine = number_in(own)
    all_of = theirs if mine is None else [*theirs, mine]
    return fractions.Fraction(max(all_of) if adding == "maximum" else sum(all_of))


def kept_of(said):
    return amount(said["value"]), amount(said["of"]) if "of" in said else None


def part_of(indicator, sent):
    """What one report's number brings to a total, by the numbers that it sent."""
    if indicator["key"] not in sent:
        return None
    value, of = kept_of(sent[indicator["key"]])
    adding = indicator.get("adding", "sum")
    if adding in ("sum", "maximum"):
        return value, None
    if of is not None:
        return value, of
    if adding == "count_of_yes":
        return fractions.Fraction(int(value != 0)), fractions.Fraction(1)
    weight = sent.get(indicator.get("weight"))
    if adding != "weighted_mean" or weight is None:
        return None
    weight = amount(weight["value"])
    product = value * weight * SCALE
    whole = math.floor(abs(product) + fractions.Fraction(1, 2))
    return fractions.Fraction(whole if product >= 0 else -whole, SCALE), weight


def added(indicator, parts):
    if indicator.get("adding") == "maximum":
        return max(value for value, _ in parts), None
    of = sum(of for _, of in parts) if parts[0][1] is not None else None
    return sum(value for value, _ in parts), of


def pair_of(row, said):
    """What is kept of a value and what was sent, alike."""
    kept = (row["numerator"], row["denominator"])
    of = said.get("of")
    return kept, (amount(said["value"]) * SCALE, None if of is None else amount(of) * SCALE)


def main():
    parser = argparse.ArgumentParser(description="Works the numbers of sent reports out anew.")
    parser.add_argument("data", type=pathlib.Path, help="the folder of a province on SQLite")
    parser.add_argument("--totals", action="store_true", help="print totals as JSON, too")
    given = parser.parse_args()
    path = given.data / "caicach.db"
    if not path.exists():
        print(f"{path} is not there", file=sys.stderr)
        return NO_FILE
    recomputing = Recomputing(Database(path))
    standing = recomputing.run()
    if given.totals:
        print(json.dumps(recomputing.totals(standing), ensure_ascii=False))
    for difference in recomputing.differences:
        print(difference, file=sys.stderr)
    told = ", ".join(f"{count} {what}" for what, count in sorted(recomputing.compared.items()))
    print(f"{len(recomputing.differences)} differences; compared: {told}", file=sys.stderr)
    return WRONG if recomputing.differences else OK


if __name__ == "__main__":
    sys.exit(main())
