-- Which agencies were late in a month, frozen as the coordinator published it after a look. A later
-- one of the same month stands in the place of the earlier one; one may be withdrawn.
CREATE TABLE obligation_late_publication (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    plan_id INTEGER NOT NULL,
    month TEXT NOT NULL,
    as_of TEXT NOT NULL,
    published_at TEXT NOT NULL,
    agency_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    shown_until TEXT NOT NULL,
    note TEXT NOT NULL,
    ending TEXT NOT NULL CHECK (ending IN ('', 'replaced', 'withdrawn')),
    end_reason TEXT NOT NULL,
    ended_at TEXT,
    ended_by INTEGER NOT NULL,
    version INTEGER NOT NULL
) {STRICT};
CREATE INDEX obligation_late_publication_of ON obligation_late_publication (plan_id, id);
CREATE UNIQUE INDEX obligation_late_publication_shown
    ON obligation_late_publication (plan_id, month) WHERE ending = '';
CREATE INDEX obligation_late_publication_by ON obligation_late_publication (account_id);
CREATE INDEX obligation_late_publication_ended_by ON obligation_late_publication (ended_by);
CREATE TABLE obligation_late_publication_row (
    publication_id INTEGER NOT NULL REFERENCES obligation_late_publication (id),
    agency_id INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    overdue INTEGER NOT NULL,
    late INTEGER NOT NULL,
    PRIMARY KEY (publication_id, agency_id)
) {STRICT};
