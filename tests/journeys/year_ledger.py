"""What a year of the sample province owes and did, worked out by other means than the program's.

Nothing here is read from the program: the plan's quotas are typed once more, due days are counted
by hand, and every fact is taken from the tables that the journey sends."""
import calendar
import dataclasses
import datetime
import random

date = datetime.date
YEAR = 2026
DEPARTMENT_KINDS = {"department", "provincial_office", "provincial_board"}
COMMUNE_KINDS = {"commune_committee"}
# Who goes into whom, and from which day the heir answers.
MERGER_DAY = date(YEAR, 7, 1)
MERGED, HEIR = "SNG", "VPUB"
AMENDED_ON = date(YEAR, 5, 12)
PUT_IN_FORCE_ON = date(YEAR, 1, 28)
ISSUED_ON = date(YEAR, 1, 22)
# Who hands its articles on to which unit, and from which month on.
GIVER, UNIT, HANDED_ON_FROM = "VPUB", "CTTDT", date(YEAR, 3, 1)
# Who sends a plan of its own, other than in a table; and of whom something is only requested.
OWN_PLANS = ["STC", "STP"]
REQUESTED = "MTTQ"
# Plans of one's own are due on Monday, 30 March: two working days before is a Thursday. In the
# sample this agency has officers of its own.
REMINDED_ON, WITH_OFFICER = date(YEAR, 3, 26), "SYT"


@dataclasses.dataclass(frozen=True)
class Duty:
    """One item of the plan, as an official reads it."""

    path: str
    kinds: frozenset
    product: str
    periods: str  # month, quarter, year, once
    needed: int
    needed_after_amendment: int = 0
    due_day: int = 0  # "trước ngày …" of the period's last month
    is_month_after: bool = False  # … of the month behind it
    due_on: date | None = None
    receiver: str = ""  # to whom it is sent, who owes none


@dataclasses.dataclass(frozen=True)
class Measured:
    """What the target's agency states: parts of a whole until a day."""

    day: date
    part: int
    whole: int


MEASURED = [Measured(date(YEAR, 5, 20), 70, 100), Measured(date(YEAR, 11, 20), 180, 200)]


@dataclasses.dataclass(frozen=True)
class Budget:
    """A line of the plan's money, in đồng."""

    estimate: int
    granted: int
    spent: tuple


BUDGET = Budget(20_000_000, 15_000_000, (5_000_000, 7_000_000))

DUTIES = [
    Duty("II.1", frozenset(DEPARTMENT_KINDS), "Tin, bài", "month", 2, 3),
    Duty("II.2", frozenset(COMMUNE_KINDS), "Lượt phát thanh cơ sở", "month", 1),
    Duty("II.3", frozenset(COMMUNE_KINDS), "Đối thoại", "year", 2),
    Duty("II.4", frozenset(DEPARTMENT_KINDS), "Báo cáo", "quarter", 1, due_day=20, receiver="SNV"),
    Duty(
        "II.5", frozenset(DEPARTMENT_KINDS), "Kế hoạch của cơ quan", "once", 1,
        due_on=date(YEAR, 3, 30),
    ),
    Duty("II.6", frozenset(DEPARTMENT_KINDS), "Đối thoại", "year", 2),
    Duty(
        "II.9", frozenset(DEPARTMENT_KINDS), "Báo cáo", "month", 1, due_day=5,
        is_month_after=True, receiver="SNV",
    ),
    # Led by another agency, which owes nothing: those that perform it do.
    Duty("II.7", frozenset(COMMUNE_KINDS), "Lớp tập huấn, bồi dưỡng", "year", 1),
]  # fmt: skip


@dataclasses.dataclass
class Fact:
    code: str
    agency: str
    product: str
    day: date
    quantity: int
    path: str = ""  # the duty that it is reported for; empty: whichever asks for such a thing
    is_refused: bool = False


@dataclasses.dataclass
class Owed:
    duty: Duty
    agency: str
    begins: date
    ends: date
    due: date
    needed: int
    is_excused: bool = False
    helpers: set = dataclasses.field(default_factory=set)  # who agreed to a part of it


def last_of_month(month):
    return date(YEAR, month, calendar.monthrange(YEAR, month)[1])


def month_after(first, day):
    """That day of the month behind the one that begins on `first`."""
    return date(first.year + first.month // 12, first.month % 12 + 1, day)


def reports_of(first, duty):
    """Of a month, due in the one behind it: first and last day on which a report is taken for
    that month's, and its last day in time. Half of the days from there to the end of the month
    in which it is due are still late ones of the month before."""

    def halfway(due):
        end = calendar.monthrange(due.year, due.month)[1]
        return due + datetime.timedelta(days=(end - due.day) // 2)

    due = month_after(first, duty.due_day - 1)
    due_before = first.replace(day=duty.due_day - 1)
    return halfway(due_before) + datetime.timedelta(days=1), halfway(due), due


def periods_of(duty):
    """First day, last day and last day in time of each period."""
    if duty.periods == "once":
        return [(date(YEAR, 1, 1), last_of_month(12), duty.due_on)]
    length = {"month": 1, "quarter": 3, "year": 12}[duty.periods]
    found = []
    for first in range(1, 13, length):
        ends = last_of_month(first + length - 1)
        if duty.is_month_after:
            found.append(reports_of(date(YEAR, first, 1), duty))
            continue
        due = date(YEAR, ends.month, duty.due_day - 1) if duty.due_day else ends
        found.append((date(YEAR, first, 1), ends, due))
    return found


def owed_in_year(agencies):
    """`agencies`: code -> kind, of those that exist in the plan's year until the merger."""
    owed = []
    for duty in DUTIES:
        for begins, ends, due in periods_of(duty):
            if due < ISSUED_ON:
                continue
            is_amended = duty.needed_after_amendment and due >= AMENDED_ON
            needed = duty.needed_after_amendment if is_amended else duty.needed
            for code, kind in agencies.items():
                if kind not in duty.kinds or (code == MERGED and due >= MERGER_DAY):
                    continue
                if code == duty.receiver:
                    continue
                owed.append(Owed(duty, code, begins, ends, due, needed))
    return owed


def made_facts(agencies, month):
    """What was done in a month, by a seed: some in time, some late, some never."""
    chance = random.Random(YEAR * 100 + month)
    facts = []
    last = last_of_month(month).day

    def add(code, product, first, until, quantity=1, path=""):
        day = date(YEAR, month, chance.randint(first, until))
        number = len(facts) + 1
        facts.append(Fact(f"{month:02}-{number:03}", code, product, day, quantity, path))

    for code, kind in sorted(agencies.items()):
        if code == MERGED and month >= MERGER_DAY.month:
            continue
        if kind in DEPARTMENT_KINDS:
            for _ in range(chance.choice([0, 1, 2, 2, 3, 4])):
                add(code, "Tin, bài", 1, last)
            if month % 3 == 0 and chance.random() < 0.9 and code != "SNV":
                add(code, "Báo cáo", 10, min(25, last), path="II.4")
            if month in (3, 4) and chance.random() < 0.5 and code not in OWN_PLANS:
                add(code, "Kế hoạch của cơ quan", 1, last, path="II.5")
            if chance.random() < 0.15:
                add(code, "Đối thoại", 1, last, chance.choice([1, 1, 2]))
        elif kind in COMMUNE_KINDS:
            if chance.random() < 0.8:
                add(code, "Lượt phát thanh cơ sở", 1, last)
            if chance.random() < 0.2:
                add(code, "Đối thoại", 1, last)
            if chance.random() < 0.05:
                add(code, "Lớp tập huấn, bồi dưỡng", 1, last)
    if month >= HANDED_ON_FROM.month:
        for _ in range(chance.choice([0, 1, 2])):
            add(UNIT, "Tin, bài", 1, last)
    # Reports of the month before: mostly in time, at times late, at times forgotten.
    for code, kind in sorted(agencies.items()):
        is_there = code != "SNV" and (code != MERGED or month < MERGER_DAY.month)
        if kind in DEPARTMENT_KINDS and is_there and month > 1 and chance.random() < 0.9:
            add(code, "Báo cáo", 1, 4 if code == MERGED else 7, path="II.9")
    return facts


def state_of(owed, facts, today):
    """ "in_time", "late", "overdue", "excused", or nothing where it is open."""
    answering = {owed.agency} | owed.helpers
    if owed.agency == HEIR and owed.due >= MERGER_DAY:
        answering.add(MERGED)
    if owed.agency == GIVER and owed.duty.path == "II.1" and owed.begins >= HANDED_ON_FROM:
        answering.add(UNIT)
    counting = sorted(
        (fact.day, fact.quantity)
        for fact in facts
        if fact.agency in answering
        and fact.product == owed.duty.product
        and fact.path in ("", owed.duty.path)
        and owed.begins <= fact.day <= owed.ends
        and not fact.is_refused
    )
    done = 0
    for day, quantity in counting:
        done += quantity
        if done >= owed.needed:
            return "in_time" if day <= owed.due else "late"
    if owed.due >= today:
        return ""
    return "excused" if owed.is_excused else "overdue"


def sums(all_owed, facts, today, key):
    """Key -> [asked, in time, late, overdue, excused, done of what runs, missing of what runs], as
    the boards have them: all but the last two of what was due before today, by whatever key; what
    runs is due from today to the end of the month."""
    found = {}
    for owed in all_owed:
        state = state_of(owed, facts, today)
        if owed.due >= today:
            is_running = (owed.due.year, owed.due.month) == (today.year, today.month)
            if is_running and not owed.is_excused:
                row = found.setdefault(key(owed), [0] * 7)
                row[5 if state else 6] += 1
            continue
        row = found.setdefault(key(owed), [0] * 7)
        row[["in_time", "late", "overdue", "excused"].index(state) + 1] += 1
        row[0] += state != "excused"
    return found
