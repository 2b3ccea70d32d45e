-- Periods of forms that were opened, and the reports that agencies owe of each.
CREATE TABLE report_period (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    form_id INTEGER NOT NULL REFERENCES report_form (id),
    form_version_id INTEGER NOT NULL REFERENCES report_form_version (id),
    period_key TEXT NOT NULL,
    title TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    data_from TEXT NOT NULL,
    data_until TEXT NOT NULL,
    year_from TEXT NOT NULL,
    due_on TEXT NOT NULL,
    due_why TEXT NOT NULL,
    locks_on TEXT,
    asked_by TEXT NOT NULL,
    asked_document TEXT NOT NULL,
    reporters TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    opened_by INTEGER NOT NULL,
    version INTEGER NOT NULL,
    UNIQUE (form_id, period_key)
) {STRICT};
CREATE INDEX report_period_of_form ON report_period (form_id, last_day);
CREATE INDEX report_period_due ON report_period (due_on);
CREATE INDEX report_period_opener ON report_period (opened_by, id);

CREATE TABLE report_report (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    period_id INTEGER NOT NULL REFERENCES report_period (id),
    form_id INTEGER NOT NULL REFERENCES report_form (id),
    form_version_id INTEGER NOT NULL REFERENCES report_form_version (id),
    agency_id INTEGER NOT NULL,
    collector_id INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN
        ('expected', 'draft', 'submitted', 'checked', 'approved', 'returned', 'dropped')),
    due_on TEXT NOT NULL,
    locks_on TEXT,
    open_until TEXT,
    open_reason TEXT NOT NULL,
    not_asked_since TEXT,
    first_submitted_at TEXT,
    submitted_at TEXT,
    is_resent_late INTEGER NOT NULL CHECK (is_resent_late IN (0, 1)),
    submission_id INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    UNIQUE (period_id, agency_id)
) {STRICT};
CREATE INDEX report_of_agency ON report_report (agency_id, due_on, id);
CREATE INDEX report_of_collector ON report_report (collector_id, period_id, state);
CREATE INDEX report_owed ON report_report (due_on)
    WHERE state IN ('expected', 'draft', 'returned');
