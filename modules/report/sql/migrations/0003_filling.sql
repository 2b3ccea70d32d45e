-- What agencies write into their reports, cell by cell, and the files that go along.
CREATE TABLE report_cell (
    report_id INTEGER NOT NULL REFERENCES report_report (id),
    field TEXT NOT NULL,
    row_number INTEGER NOT NULL,
    value TEXT NOT NULL,
    version INTEGER NOT NULL,
    changed_by INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (report_id, field, row_number)
) {STRICT};
CREATE INDEX report_cell_writer ON report_cell (changed_by, changed_at);

-- Rows that people added to tables; a number is never given twice.
CREATE TABLE report_row (
    report_id INTEGER NOT NULL REFERENCES report_report (id),
    field TEXT NOT NULL,
    row_number INTEGER NOT NULL,
    is_removed INTEGER NOT NULL CHECK (is_removed IN (0, 1)),
    PRIMARY KEY (report_id, field, row_number)
) {STRICT};

CREATE TABLE report_file (
    attachment_id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report_report (id),
    added_by INTEGER NOT NULL,
    added_at TEXT NOT NULL
) {STRICT};
CREATE INDEX report_file_report ON report_file (report_id, attachment_id);
CREATE INDEX report_file_bringer ON report_file (added_by, added_at);
