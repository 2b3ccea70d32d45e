-- Facts that came after a report was sent, and those in it that count no more, by the number that
-- they are of. Settled by the submission that says them; 0: by none yet.
CREATE TABLE report_late_fact (
    report_id INTEGER NOT NULL REFERENCES report_report (id),
    settled_by INTEGER NOT NULL,
    fact_id INTEGER NOT NULL,
    indicator TEXT NOT NULL,
    counts INTEGER NOT NULL CHECK (counts IN (0, 1)),
    heard_at TEXT NOT NULL,
    PRIMARY KEY (report_id, settled_by, fact_id, indicator)
) {STRICT};

-- Whoever records a fact asks which reports that stand sent have its day.
CREATE INDEX report_period_data ON report_period (data_until);
CREATE INDEX report_standing ON report_report (period_id)
    WHERE state IN ('submitted', 'checked', 'approved');

-- The fact that a report was sent, which plans count; taken back while nothing of it stands.
CREATE TABLE report_sent_fact (
    report_id INTEGER PRIMARY KEY REFERENCES report_report (id),
    fact_id INTEGER NOT NULL,
    stands INTEGER NOT NULL CHECK (stands IN (0, 1))
) {STRICT};
CREATE INDEX report_sent_fact_fact ON report_sent_fact (fact_id);
