-- Documents that leave an agency. content: what stands on paper but number and day, as canonical
-- JSON. source: the thing of another module that it was written from.
CREATE TABLE outgoing_document (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    agency_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    content TEXT NOT NULL,
    signer_id INTEGER,
    year INTEGER NOT NULL,
    series TEXT,
    number INTEGER,
    symbol TEXT,
    issued_on TEXT,
    source_module TEXT NOT NULL,
    source_object INTEGER NOT NULL,
    replaces_id INTEGER REFERENCES outgoing_document (id),
    state TEXT NOT NULL
        CHECK (state IN ('draft', 'numbered', 'signed', 'sent', 'replaced', 'withdrawn')),
    reason TEXT NOT NULL,
    made_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    CHECK ((number IS NULL) = (state = 'draft')),
    CHECK ((number IS NULL) = (issued_on IS NULL))
) {STRICT};
CREATE INDEX outgoing_document_register ON outgoing_document (agency_id, year, id);
CREATE INDEX outgoing_document_source ON outgoing_document (source_module, source_object, id);
CREATE INDEX outgoing_document_replaced ON outgoing_document (replaces_id);

-- What bears a number stands as it is: people have it on paper.
-- sqlite:
CREATE TRIGGER outgoing_document_stays BEFORE UPDATE ON outgoing_document
WHEN OLD.state <> 'draft' AND (NEW.id <> OLD.id OR NEW.agency_id <> OLD.agency_id
    OR NEW.kind <> OLD.kind OR NEW.subject <> OLD.subject OR NEW.content <> OLD.content
    OR NEW.series <> OLD.series OR NEW.number IS NOT OLD.number
    OR NEW.issued_on IS NOT OLD.issued_on OR NEW.state = 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a document with a number never changes');
END;
CREATE TRIGGER outgoing_document_no_delete BEFORE DELETE ON outgoing_document
WHEN OLD.state <> 'draft'
BEGIN
    SELECT RAISE(ABORT, 'a document with a number is never deleted');
END;
-- postgres:
CREATE FUNCTION outgoing_keep_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a document with a number never changes';
END;
$$;
CREATE TRIGGER outgoing_document_stays BEFORE UPDATE ON outgoing_document
    FOR EACH ROW WHEN (OLD.state <> 'draft' AND (NEW.id <> OLD.id
        OR NEW.agency_id <> OLD.agency_id OR NEW.kind <> OLD.kind OR NEW.subject <> OLD.subject
        OR NEW.content <> OLD.content OR NEW.series <> OLD.series
        OR NEW.number IS DISTINCT FROM OLD.number
        OR NEW.issued_on IS DISTINCT FROM OLD.issued_on OR NEW.state = 'draft'))
    EXECUTE FUNCTION outgoing_keep_document();
CREATE TRIGGER outgoing_document_no_delete BEFORE DELETE ON outgoing_document
    FOR EACH ROW WHEN (OLD.state <> 'draft') EXECUTE FUNCTION outgoing_keep_document();
CREATE TRIGGER outgoing_document_no_truncate BEFORE TRUNCATE ON outgoing_document
    FOR EACH STATEMENT EXECUTE FUNCTION outgoing_keep_document();
-- both:
