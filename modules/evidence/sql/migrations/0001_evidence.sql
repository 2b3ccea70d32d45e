-- The ledger: rows are appended and never change, not even by mistake or by hand.
CREATE TABLE evidence_fact (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    unit TEXT NOT NULL,
    agency_id INTEGER NOT NULL,
    happened_on TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity >= 0),
    title TEXT NOT NULL,
    link TEXT NOT NULL,
    file_sha256 TEXT NOT NULL,
    source_module TEXT NOT NULL,
    source_object INTEGER NOT NULL,
    supersedes INTEGER UNIQUE REFERENCES evidence_fact (id),
    recorded_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL
) {STRICT};
CREATE INDEX evidence_fact_agency ON evidence_fact (agency_id, kind, happened_on);
CREATE INDEX evidence_fact_happened ON evidence_fact (happened_on, id);
CREATE INDEX evidence_fact_source ON evidence_fact (source_module, source_object);

-- sqlite:
CREATE TRIGGER evidence_fact_no_update BEFORE UPDATE ON evidence_fact
BEGIN
    SELECT RAISE(ABORT, 'evidence_fact is appended only');
END;
CREATE TRIGGER evidence_fact_no_delete BEFORE DELETE ON evidence_fact
BEGIN
    SELECT RAISE(ABORT, 'evidence_fact is appended only');
END;
-- postgres:
CREATE FUNCTION evidence_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'evidence_fact is appended only';
END;
$$;
CREATE TRIGGER evidence_fact_no_change BEFORE UPDATE OR DELETE ON evidence_fact
    FOR EACH ROW EXECUTE FUNCTION evidence_refuse_change();
CREATE TRIGGER evidence_fact_no_truncate BEFORE TRUNCATE ON evidence_fact
    FOR EACH STATEMENT EXECUTE FUNCTION evidence_refuse_change();
-- both:
