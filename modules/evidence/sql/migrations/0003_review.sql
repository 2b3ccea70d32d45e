-- Each fact has a page of its own: its code, its file, and whether a person typed it in. No channel
-- recorded facts before these columns stood.
ALTER TABLE evidence_fact ADD COLUMN code TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence_fact ADD COLUMN attachment_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE evidence_fact ADD COLUMN is_typed INTEGER NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX evidence_fact_code ON evidence_fact (code) WHERE code <> '';
CREATE INDEX evidence_fact_file ON evidence_fact (attachment_id) WHERE attachment_id <> 0;
CREATE INDEX evidence_fact_newest ON evidence_fact (agency_id, happened_on, id);

-- What reviewers decided and agencies answered: appended like the ledger itself. People stand there
-- by their account alone, so that one who asks to be forgotten is.
CREATE TABLE evidence_review (
    id INTEGER PRIMARY KEY,
    fact_id INTEGER NOT NULL REFERENCES evidence_fact (id),
    step TEXT NOT NULL CHECK (step IN ('refused', 'accepted', 'answered')),
    text TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    account_id INTEGER NOT NULL,
    agency_name TEXT NOT NULL
) {STRICT};
CREATE INDEX evidence_review_fact ON evidence_review (fact_id, id);
CREATE INDEX evidence_review_account ON evidence_review (account_id, id);

-- The facts that stand refused now, as the last verdict in evidence_review says.
CREATE TABLE evidence_refusal (
    fact_id INTEGER PRIMARY KEY REFERENCES evidence_fact (id)
) {STRICT};

-- The ledger with what became of each fact.
CREATE VIEW evidence_ledger AS
SELECT f.id, f.code, f.kind, f.unit, f.product, f.agency_id, f.happened_on, f.quantity, f.title,
       f.link, f.file_sha256, f.attachment_id, f.source_module, f.source_object, f.supersedes,
       f.recorded_at, f.recorded_by, f.is_typed,
       CASE
           WHEN EXISTS (SELECT 1 FROM evidence_fact later WHERE later.supersedes = f.id)
               THEN 'superseded'
           WHEN EXISTS (SELECT 1 FROM evidence_refusal refusal WHERE refusal.fact_id = f.id)
               THEN 'refused'
           WHEN f.quantity = 0 THEN 'taken_back'
           ELSE 'counts'
       END AS standing
  FROM evidence_fact f;

-- sqlite:
CREATE TRIGGER evidence_review_no_update BEFORE UPDATE ON evidence_review
BEGIN
    SELECT RAISE(ABORT, 'evidence_review is appended only');
END;
CREATE TRIGGER evidence_review_no_delete BEFORE DELETE ON evidence_review
BEGIN
    SELECT RAISE(ABORT, 'evidence_review is appended only');
END;
-- postgres:
CREATE FUNCTION evidence_refuse_review_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'evidence_review is appended only';
END;
$$;
CREATE TRIGGER evidence_review_no_change BEFORE UPDATE OR DELETE ON evidence_review
    FOR EACH ROW EXECUTE FUNCTION evidence_refuse_review_change();
CREATE TRIGGER evidence_review_no_truncate BEFORE TRUNCATE ON evidence_review
    FOR EACH STATEMENT EXECUTE FUNCTION evidence_refuse_review_change();
-- both:
