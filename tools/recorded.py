"""What a province on SQLite has recorded: facts, tasks and obstacles, and who came after whom. For
recompute_reports.py, which shares no code with the program."""
import collections
import datetime
import fractions
import sqlite3

WHOLE = 10_000  # a share
HOURS_OF_VIETNAM = 7


def day_of(moment):
    """The day in Vietnam of a moment in UTC: 2026-06-15T02:00:00.000000Z."""
    at = datetime.datetime.fromisoformat(moment.rstrip("Z"))
    return (at + datetime.timedelta(hours=HOURS_OF_VIETNAM)).date().isoformat()


def day_before(day):
    return (datetime.date.fromisoformat(day) - datetime.timedelta(days=1)).isoformat()


def amount(text):
    return fractions.Fraction(text)


class Database:
    """An SQLite file, opened for reading only."""

    def __init__(self, path):
        self.connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.connection.row_factory = sqlite3.Row

    def rows(self, statement, *values):
        return self.connection.execute(statement, values).fetchall()


class Succession:
    """Who came after whom: what an agency held on a day passes on in whole units."""

    def __init__(self, database):
        self.days = collections.defaultdict(lambda: collections.defaultdict(list))
        rows = database.rows(
            "SELECT p.from_id, p.to_id, p.share, r.day FROM organisation_passage p"
            " JOIN organisation_reorganisation r ON r.id = p.reorganisation_id"
            " WHERE p.to_id IS NOT NULL ORDER BY r.day, p.from_id, p.to_id"
        )
        for row in rows:
            self.days[row["day"]][row["from_id"]].append((row["to_id"], row["share"]))
        self.ends = {}
        for day in sorted(self.days):
            for giver, takers in self.days[day].items():
                if giver not in (taker for taker, _ in takers):
                    self.ends.setdefault(giver, day)

    def family(self, agency):
        """The agency and all whose work came to it, however far back."""
        found, open_ = {agency}, [agency]
        while open_:
            wanted = open_.pop()
            for givers in self.days.values():
                for giver, takers in givers.items():
                    if giver not in found and wanted in (taker for taker, _ in takers):
                        found.add(giver)
                        open_.append(giver)
        return found

    def as_of(self, until, amounts):
        """[(agency, day, whole number)] by those who answer for it on `until`."""
        waiting = collections.defaultdict(list)
        for agency, day, number in amounts:
            if agency in self.ends and day >= self.ends[agency]:
                day = day_before(self.ends[agency])
            waiting[day].append((agency, number))
        held, left = collections.Counter(), sorted(waiting)
        for day in sorted(day for day in self.days if day <= until):
            while left and left[0] < day:
                for agency, number in waiting[left.pop(0)]:
                    held[agency] += number
            taken = collections.Counter()
            for giver, takers in self.days[day].items():
                for taker, part in self.shared(held.pop(giver, 0), takers):
                    taken[taker] += part
            held.update(taken)
        for day in left:
            for agency, number in waiting[day]:
                held[agency] += number
        return held

    @staticmethod
    def shared(number, takers):
        """Whole parts; what rounding leaves goes, unit by unit, to the largest fractions."""
        sign, number = (-1, -number) if number < 0 else (1, number)
        parts = [divmod(number * share, WHOLE) for _, share in takers]
        left = number - sum(whole for whole, _ in parts)
        order = sorted(range(len(parts)), key=lambda place: -parts[place][1])
        wholes = [whole for whole, _ in parts]
        for place in range(left):
            wholes[order[place % len(order)]] += 1
        return [(taker, sign * whole) for (taker, _), whole in zip(takers, wholes)]


class Facts:
    """The ledger as it stood at a moment: what counts is not superseded, refused or taken back."""

    def __init__(self, database):
        self.by_agency = collections.defaultdict(list)
        verdicts = collections.defaultdict(list)
        reviews = "SELECT fact_id, step, taken_at FROM evidence_review ORDER BY id"
        for row in database.rows(reviews):
            if row["step"] in ("refused", "accepted"):
                verdicts[row["fact_id"]].append((row["taken_at"], row["step"]))
        later = {
            row["supersedes"]: row["recorded_at"]
            for row in database.rows(
                "SELECT supersedes, recorded_at FROM evidence_fact WHERE supersedes IS NOT NULL"
            )
        }
        for row in database.rows(
            "SELECT id, code, product, agency_id, happened_on, quantity, recorded_at"
            " FROM evidence_fact WHERE quantity > 0"
        ):
            fact = {
                **row,
                "superseded_at": later.get(row["id"], "~"),
                "verdicts": verdicts[row["id"]],
            }
            self.by_agency[row["agency_id"]].append(fact)

    def counting(self, agencies, product, first, last, moment):
        for agency in agencies:
            for fact in self.by_agency[agency]:
                is_there = fact["recorded_at"] <= moment < fact["superseded_at"]
                if not is_there or fact["product"] != product:
                    continue
                if not first <= fact["happened_on"] <= last:
                    continue
                said = [step for at, step in fact["verdicts"] if at <= moment]
                if not said or said[-1] != "refused":
                    yield fact


class Tasks:
    """What agencies owed of plans in some days, and how it had gone by a day."""

    def __init__(self, database, succession):
        self.succession = succession
        self.by_agency = collections.defaultdict(list)
        for row in database.rows(
            "SELECT agency_id, due_on, done_on FROM obligation_obligation"
            " WHERE is_requested = 0 AND parent_id = 0 AND closing = ''"
        ):
            self.by_agency[row["agency_id"]].append((row["due_on"], row["done_on"]))

    def told(self, agency, first, last, today):
        found = collections.Counter()
        last = min(last, day_before(today))
        for one in self.succession.family(agency):
            for due, done in self.by_agency[one]:
                if not first <= due <= last or not self.is_answered(one, due, agency, today):
                    continue
                found["obligation.owed"] += 1
                if done is None or done > today:
                    found["obligation.overdue"] += 1
                elif done <= due:
                    found["obligation.in_time"] += 1
                else:
                    found["obligation.late"] += 1
        return found

    def is_answered(self, one, due, agency, today):
        if one == agency:
            return True
        heirs = self.succession.as_of(today, [(one, due, WHOLE)])
        held = [one for one, number in heirs.items() if number]
        return bool(held) and min(held) == agency


class Obstacles:
    """What agencies had met and nobody had closed at a moment: their steps are never taken away."""

    def __init__(self, database):
        self.by_agency = collections.defaultdict(list)
        steps = collections.defaultdict(list)
        for row in database.rows(
            "SELECT obstacle_id, step, taken_at FROM obligation_obstacle_step ORDER BY id"
        ):
            steps[row["obstacle_id"]].append((row["taken_at"], row["step"]))
        for row in database.rows("SELECT id, agency_id, raised_at FROM obligation_obstacle"):
            self.by_agency[row["agency_id"]].append((row["raised_at"], steps[row["id"]]))

    def left(self, agency, last, moment):
        """Raised by the end of the last day in Vietnam, and not closed at the moment."""
        count = 0
        for raised_at, steps in self.by_agency[agency]:
            taken = [step for at, step in steps if at <= moment]
            if day_of(raised_at) <= last and taken and taken[-1] != "closed":
                count += 1
        return count
