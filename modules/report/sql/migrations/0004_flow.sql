-- What was done with a report, by whom, appended: sent, recalled, checked, approved, sent back …
CREATE TABLE report_step (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report_report (id),
    step TEXT NOT NULL CHECK (step IN
        ('submitted', 'recalled', 'checked', 'approved', 'sent_back', 'reopened', 'extended')),
    text TEXT NOT NULL,
    account_id INTEGER NOT NULL,
    agency_id INTEGER NOT NULL,
    taken_at TEXT NOT NULL
) {STRICT};
CREATE INDEX report_step_of ON report_step (report_id, id);
CREATE INDEX report_step_by_account ON report_step (account_id, id);

-- What a checker says of one field of a submission; settled with the next one.
CREATE TABLE report_remark (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report_report (id),
    submission_id INTEGER NOT NULL,
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    account_id INTEGER NOT NULL,
    agency_id INTEGER NOT NULL,
    taken_at TEXT NOT NULL,
    settled_at TEXT
) {STRICT};
CREATE INDEX report_remark_of ON report_remark (report_id, id);
CREATE INDEX report_remark_by_account ON report_remark (account_id, id);

-- What was sent, frozen: canonical JSON and its hash, under the code of its receipt. No person's
-- name is in it, so that nobody has to be taken out of it.
CREATE TABLE report_submission (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report_report (id),
    number INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('first', 'again')),
    code TEXT NOT NULL UNIQUE,
    form_version_id INTEGER NOT NULL REFERENCES report_form_version (id),
    content TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    account_id INTEGER NOT NULL,
    UNIQUE (report_id, number)
) {STRICT};
CREATE INDEX report_submission_by_account ON report_submission (account_id, id);

-- The numbers that stand sent, for those who add them up: kept in the transaction of each step.
CREATE TABLE report_value (
    report_id INTEGER NOT NULL REFERENCES report_report (id),
    indicator TEXT NOT NULL,
    period_id INTEGER NOT NULL,
    collector_id INTEGER NOT NULL,
    agency_id INTEGER NOT NULL,
    submission_id INTEGER NOT NULL,
    numerator INTEGER NOT NULL,
    denominator INTEGER,
    computed INTEGER,
    computed_denominator INTEGER,
    PRIMARY KEY (report_id, indicator)
) {STRICT};
CREATE INDEX report_value_of_period
    ON report_value (period_id, collector_id, indicator, agency_id, numerator, denominator);

-- sqlite:
CREATE TRIGGER report_step_no_update BEFORE UPDATE ON report_step
BEGIN
    SELECT RAISE(ABORT, 'report_step is appended only');
END;
CREATE TRIGGER report_step_no_delete BEFORE DELETE ON report_step
BEGIN
    SELECT RAISE(ABORT, 'report_step is appended only');
END;
CREATE TRIGGER report_submission_no_update BEFORE UPDATE ON report_submission
BEGIN
    SELECT RAISE(ABORT, 'report_submission is appended only');
END;
CREATE TRIGGER report_submission_no_delete BEFORE DELETE ON report_submission
BEGIN
    SELECT RAISE(ABORT, 'report_submission is appended only');
END;
-- postgres:
CREATE FUNCTION report_refuse_step_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was sent and done is appended only';
END;
$$;
CREATE TRIGGER report_step_no_change BEFORE UPDATE OR DELETE ON report_step
    FOR EACH ROW EXECUTE FUNCTION report_refuse_step_change();
CREATE TRIGGER report_step_no_truncate BEFORE TRUNCATE ON report_step
    FOR EACH STATEMENT EXECUTE FUNCTION report_refuse_step_change();
CREATE TRIGGER report_submission_no_change BEFORE UPDATE OR DELETE ON report_submission
    FOR EACH ROW EXECUTE FUNCTION report_refuse_step_change();
CREATE TRIGGER report_submission_no_truncate BEFORE TRUNCATE ON report_submission
    FOR EACH STATEMENT EXECUTE FUNCTION report_refuse_step_change();
-- both:
