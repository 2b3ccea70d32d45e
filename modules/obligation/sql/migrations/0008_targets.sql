-- How far agencies are with the targets of plans: what they stated, appended. `measure` is one
-- value or condition of the target; numbers are in hundredths. A row that takes another one back
-- says which.
CREATE TABLE obligation_measurement (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL,
    lineage INTEGER NOT NULL,
    measure TEXT NOT NULL,
    agency_id INTEGER NOT NULL,
    as_of TEXT NOT NULL,
    numerator INTEGER CHECK (numerator >= 0),
    denominator INTEGER CHECK (denominator >= 0),
    value INTEGER CHECK (value >= 0),
    is_so INTEGER CHECK (is_so IN (0, 1)),
    source TEXT NOT NULL,
    sentence TEXT NOT NULL,
    takes_back INTEGER UNIQUE REFERENCES obligation_measurement (id),
    stated_at TEXT NOT NULL,
    by_agency_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL
) {STRICT};
CREATE INDEX obligation_measurement_of
    ON obligation_measurement (plan_id, lineage, measure, agency_id, as_of, id);
CREATE INDEX obligation_measurement_by_account ON obligation_measurement (account_id, id);

-- Which of them says how it is now: of each agency the latest day that stands. Pages read these, so
-- that they do not grow with history.
CREATE TABLE obligation_measured (
    plan_id INTEGER NOT NULL,
    lineage INTEGER NOT NULL,
    measure TEXT NOT NULL,
    agency_id INTEGER NOT NULL,
    measurement_id INTEGER NOT NULL REFERENCES obligation_measurement (id),
    PRIMARY KEY (plan_id, lineage, measure, agency_id)
) {STRICT};

-- What the coordinator of a plan says of a measure, appended: from which figures its numbers are
-- read; and values that plans set elsewhere.
CREATE TABLE obligation_measure_rule (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL,
    lineage INTEGER NOT NULL,
    measure TEXT NOT NULL,
    is_set INTEGER NOT NULL CHECK (is_set IN (0, 1)),
    is_ended INTEGER NOT NULL CHECK (is_ended IN (0, 1)),
    subject TEXT NOT NULL,
    op TEXT NOT NULL,
    value INTEGER NOT NULL,
    unit TEXT NOT NULL,
    source TEXT NOT NULL,
    source_on TEXT,
    numerator_figure TEXT NOT NULL,
    denominator_figure TEXT NOT NULL,
    stated_at TEXT NOT NULL,
    by_agency_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL
) {STRICT};
CREATE INDEX obligation_measure_rule_of ON obligation_measure_rule (plan_id, lineage, measure, id);
CREATE INDEX obligation_measure_rule_by_account ON obligation_measure_rule (account_id, id);

-- sqlite:
CREATE TRIGGER obligation_measurement_no_update BEFORE UPDATE ON obligation_measurement
BEGIN
    SELECT RAISE(ABORT, 'obligation_measurement is appended only');
END;
CREATE TRIGGER obligation_measurement_no_delete BEFORE DELETE ON obligation_measurement
BEGIN
    SELECT RAISE(ABORT, 'obligation_measurement is appended only');
END;
CREATE TRIGGER obligation_measure_rule_no_update BEFORE UPDATE ON obligation_measure_rule
BEGIN
    SELECT RAISE(ABORT, 'obligation_measure_rule is appended only');
END;
CREATE TRIGGER obligation_measure_rule_no_delete BEFORE DELETE ON obligation_measure_rule
BEGIN
    SELECT RAISE(ABORT, 'obligation_measure_rule is appended only');
END;
-- postgres:
CREATE FUNCTION obligation_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is appended only', TG_TABLE_NAME;
END;
$$;
CREATE TRIGGER obligation_measurement_no_change BEFORE UPDATE OR DELETE ON obligation_measurement
    FOR EACH ROW EXECUTE FUNCTION obligation_refuse_change();
CREATE TRIGGER obligation_measure_rule_no_change BEFORE UPDATE OR DELETE ON obligation_measure_rule
    FOR EACH ROW EXECUTE FUNCTION obligation_refuse_change();
-- both:
