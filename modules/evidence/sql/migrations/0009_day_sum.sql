-- What counts, added up by day as evidence_sum does by month, in the same transaction: reports are
-- about days that begin and end within months. caicach check makes the rows anew and compares.
CREATE TABLE evidence_day_sum (
    agency_id INTEGER NOT NULL,
    day TEXT NOT NULL,
    product TEXT NOT NULL,
    kind TEXT NOT NULL,
    facts INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    PRIMARY KEY (agency_id, day, product, kind)
) {STRICT};
CREATE INDEX evidence_day_sum_day ON evidence_day_sum (day, product, kind);

INSERT INTO evidence_day_sum (agency_id, day, product, kind, facts, quantity)
SELECT f.agency_id, f.happened_on, f.product, f.kind, COUNT(*), SUM(f.quantity)
  FROM evidence_ledger f
 WHERE f.standing = 'counts'
 GROUP BY f.agency_id, f.happened_on, f.product, f.kind;
