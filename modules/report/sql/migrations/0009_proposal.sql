-- What people brought into a report from a spreadsheet, until somebody confirms it.
CREATE TABLE report_proposal (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    report_id INTEGER NOT NULL REFERENCES report_report (id),
    file_name TEXT NOT NULL,
    content TEXT NOT NULL,
    made_by INTEGER NOT NULL,
    made_at TEXT NOT NULL
) {STRICT};
CREATE INDEX report_proposal_report ON report_proposal (report_id);
CREATE INDEX report_proposal_made ON report_proposal (made_at);
CREATE INDEX report_proposal_maker ON report_proposal (made_by, made_at);
