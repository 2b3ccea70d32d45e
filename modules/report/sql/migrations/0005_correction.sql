-- A submission may be a correction of a locked report, with its reason; a step of its own.
CREATE TABLE report_submission_new (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report_report (id),
    number INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('first', 'again', 'correction')),
    code TEXT NOT NULL UNIQUE,
    form_version_id INTEGER NOT NULL REFERENCES report_form_version (id),
    content TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    account_id INTEGER NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    UNIQUE (report_id, number)
) {STRICT};
INSERT INTO report_submission_new (id, report_id, number, kind, code, form_version_id, content,
                                   sha256, sent_at, account_id)
SELECT id, report_id, number, kind, code, form_version_id, content, sha256, sent_at, account_id
FROM report_submission;
DROP TABLE report_submission;
ALTER TABLE report_submission_new RENAME TO report_submission;
CREATE INDEX report_submission_by_account ON report_submission (account_id, id);

CREATE TABLE report_step_new (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report_report (id),
    step TEXT NOT NULL CHECK (step IN ('submitted', 'recalled', 'checked', 'approved', 'sent_back',
                                       'reopened', 'extended', 'corrected')),
    text TEXT NOT NULL,
    account_id INTEGER NOT NULL,
    agency_id INTEGER NOT NULL,
    taken_at TEXT NOT NULL
) {STRICT};
INSERT INTO report_step_new (id, report_id, step, text, account_id, agency_id, taken_at)
SELECT id, report_id, step, text, account_id, agency_id, taken_at FROM report_step;
DROP TABLE report_step;
ALTER TABLE report_step_new RENAME TO report_step;
CREATE INDEX report_step_of ON report_step (report_id, id);
CREATE INDEX report_step_by_account ON report_step (account_id, id);

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
CREATE TRIGGER report_step_no_change BEFORE UPDATE OR DELETE ON report_step
    FOR EACH ROW EXECUTE FUNCTION report_refuse_step_change();
CREATE TRIGGER report_step_no_truncate BEFORE TRUNCATE ON report_step
    FOR EACH STATEMENT EXECUTE FUNCTION report_refuse_step_change();
CREATE TRIGGER report_submission_no_change BEFORE UPDATE OR DELETE ON report_submission
    FOR EACH ROW EXECUTE FUNCTION report_refuse_step_change();
CREATE TRIGGER report_submission_no_truncate BEFORE TRUNCATE ON report_submission
    FOR EACH STATEMENT EXECUTE FUNCTION report_refuse_step_change();
