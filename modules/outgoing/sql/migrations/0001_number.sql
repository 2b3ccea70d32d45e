-- Series of the numbers that documents of agencies bear, and every number that was given.
CREATE TABLE outgoing_series (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    agency_id INTEGER NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    kinds TEXT NOT NULL,
    symbol TEXT NOT NULL,
    board TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    version INTEGER NOT NULL,
    UNIQUE (agency_id, key, valid_from)
) {STRICT};
-- begun_after: the last number of the year that was given on paper before the program gave any.
CREATE TABLE outgoing_counter (
    agency_id INTEGER NOT NULL,
    series TEXT NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    begun_after INTEGER NOT NULL,
    PRIMARY KEY (agency_id, series, year)
) {STRICT};
CREATE TABLE outgoing_number (
    agency_id INTEGER NOT NULL,
    series TEXT NOT NULL,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    symbol TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    about TEXT NOT NULL,
    document_id INTEGER UNIQUE,
    is_by_hand INTEGER NOT NULL CHECK (is_by_hand IN (0, 1)),
    taken_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('used', 'voided')),
    reason TEXT NOT NULL,
    PRIMARY KEY (agency_id, series, year, number)
) {STRICT};

-- A number that was given is never given again: it may be voided, with a reason, and nothing else.
-- sqlite:
CREATE TRIGGER outgoing_number_stays BEFORE UPDATE ON outgoing_number
WHEN OLD.state <> 'used' OR NEW.state <> 'voided' OR NEW.agency_id <> OLD.agency_id
    OR NEW.series <> OLD.series OR NEW.year <> OLD.year OR NEW.number <> OLD.number
    OR NEW.symbol <> OLD.symbol OR NEW.issued_on <> OLD.issued_on
    OR NEW.document_id IS NOT OLD.document_id
BEGIN
    SELECT RAISE(ABORT, 'a number of a document can only be voided');
END;
CREATE TRIGGER outgoing_number_no_delete BEFORE DELETE ON outgoing_number
BEGIN
    SELECT RAISE(ABORT, 'numbers of documents are never deleted');
END;
-- postgres:
CREATE FUNCTION outgoing_keep_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a number of a document can only be voided';
END;
$$;
CREATE TRIGGER outgoing_number_stays BEFORE UPDATE ON outgoing_number
    FOR EACH ROW WHEN (OLD.state <> 'used' OR NEW.state <> 'voided'
        OR NEW.agency_id <> OLD.agency_id OR NEW.series <> OLD.series OR NEW.year <> OLD.year
        OR NEW.number <> OLD.number OR NEW.symbol <> OLD.symbol
        OR NEW.issued_on <> OLD.issued_on
        OR NEW.document_id IS DISTINCT FROM OLD.document_id)
    EXECUTE FUNCTION outgoing_keep_number();
CREATE TRIGGER outgoing_number_no_delete BEFORE DELETE ON outgoing_number
    FOR EACH ROW EXECUTE FUNCTION outgoing_keep_number();
CREATE TRIGGER outgoing_number_no_truncate BEFORE TRUNCATE ON outgoing_number
    FOR EACH STATEMENT EXECUTE FUNCTION outgoing_keep_number();
-- both:
