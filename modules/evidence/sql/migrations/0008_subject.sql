-- Which agencies a fact is about: those that an inspection looked at. Part of the ledger, so it is
-- appended and never changes; a correction states its own.
CREATE TABLE evidence_subject (
    fact_id INTEGER NOT NULL REFERENCES evidence_fact (id),
    agency_id INTEGER NOT NULL,
    PRIMARY KEY (fact_id, agency_id)
) {STRICT};
CREATE INDEX evidence_subject_agency ON evidence_subject (agency_id, fact_id);

-- Whether it was planned or came unannounced, where somebody said so.
CREATE TABLE evidence_manner (
    fact_id INTEGER PRIMARY KEY REFERENCES evidence_fact (id),
    manner TEXT NOT NULL CHECK (manner IN ('planned', 'unannounced'))
) {STRICT};

-- How many facts that count are about whom, by month, kept in the transaction of each fact and
-- verdict: how many agencies were reached is read from these rows. caicach check makes them anew.
CREATE TABLE evidence_coverage (
    agency_id INTEGER NOT NULL,
    product TEXT NOT NULL,
    month TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    facts INTEGER NOT NULL,
    PRIMARY KEY (agency_id, product, month, subject_id)
) {STRICT};
CREATE INDEX evidence_coverage_product ON evidence_coverage (product, month);

-- sqlite:
CREATE TRIGGER evidence_subject_no_update BEFORE UPDATE ON evidence_subject
BEGIN
    SELECT RAISE(ABORT, 'evidence_subject is appended only');
END;
CREATE TRIGGER evidence_subject_no_delete BEFORE DELETE ON evidence_subject
BEGIN
    SELECT RAISE(ABORT, 'evidence_subject is appended only');
END;
CREATE TRIGGER evidence_manner_no_update BEFORE UPDATE ON evidence_manner
BEGIN
    SELECT RAISE(ABORT, 'evidence_manner is appended only');
END;
CREATE TRIGGER evidence_manner_no_delete BEFORE DELETE ON evidence_manner
BEGIN
    SELECT RAISE(ABORT, 'evidence_manner is appended only');
END;
-- postgres:
CREATE FUNCTION evidence_refuse_subject_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what a fact is about is appended only';
END;
$$;
CREATE TRIGGER evidence_subject_no_change BEFORE UPDATE OR DELETE ON evidence_subject
    FOR EACH ROW EXECUTE FUNCTION evidence_refuse_subject_change();
CREATE TRIGGER evidence_subject_no_truncate BEFORE TRUNCATE ON evidence_subject
    FOR EACH STATEMENT EXECUTE FUNCTION evidence_refuse_subject_change();
CREATE TRIGGER evidence_manner_no_change BEFORE UPDATE OR DELETE ON evidence_manner
    FOR EACH ROW EXECUTE FUNCTION evidence_refuse_subject_change();
CREATE TRIGGER evidence_manner_no_truncate BEFORE TRUNCATE ON evidence_manner
    FOR EACH STATEMENT EXECUTE FUNCTION evidence_refuse_subject_change();
-- both:
