-- Which reminders of a report were sent: once by each rule for a due day.
CREATE TABLE report_reminder (
    report_id INTEGER NOT NULL REFERENCES report_report (id),
    rule TEXT NOT NULL,
    due_on TEXT NOT NULL,
    told_at TEXT NOT NULL,
    PRIMARY KEY (report_id, rule, due_on)
) {STRICT};
