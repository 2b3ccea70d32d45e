-- Of whom somebody was reminded, by which rule and when; what they answered from the link. Never
-- twice on a day. lineage, agency_id: what it was about, should the obligation itself be gone.
-- link_hash: SHA-256 of the secret in the letter; it opens one answer, once, until link_until.
CREATE TABLE obligation_reminder (
    id INTEGER PRIMARY KEY,
    obligation_id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    lineage INTEGER NOT NULL,
    agency_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    rule TEXT NOT NULL,
    day TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    sent_by TEXT NOT NULL,
    link_hash TEXT UNIQUE,
    link_until TEXT,
    answer TEXT NOT NULL CHECK (answer IN ('', 'doing', 'done')),
    answer_text TEXT NOT NULL,
    expected_on TEXT,
    answered_at TEXT,
    UNIQUE (obligation_id, account_id, rule, day)
) {STRICT};
CREATE INDEX obligation_reminder_of_plan ON obligation_reminder (plan_id, id);
CREATE INDEX obligation_reminder_to ON obligation_reminder (account_id, id);
CREATE INDEX obligation_reminder_nudge ON obligation_reminder (plan_id, agency_id, day)
    WHERE rule = 'nudge';

-- Days whose reminders are all in the outbox: the next run goes on behind the last one.
CREATE TABLE obligation_reminder_day (
    day TEXT PRIMARY KEY,
    people INTEGER NOT NULL,
    finished_at TEXT NOT NULL
) {STRICT};

-- What is owed still, by its last day: reminders look at the days that a rule names, and at nothing
-- else.
CREATE INDEX obligation_owed_by_day ON obligation_obligation (due_on, id)
    WHERE done_on IS NULL AND closing = '';
