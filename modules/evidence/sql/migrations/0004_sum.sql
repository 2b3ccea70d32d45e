-- What counts, added up by month in the transaction of each fact and verdict: figures add these
-- rows up, never the facts. caicach check makes them anew and compares.
CREATE TABLE evidence_sum (
    agency_id INTEGER NOT NULL,
    product TEXT NOT NULL,
    kind TEXT NOT NULL,
    month TEXT NOT NULL,
    facts INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    PRIMARY KEY (agency_id, product, kind, month)
) {STRICT};
CREATE INDEX evidence_sum_product ON evidence_sum (product, month);
CREATE INDEX evidence_sum_kind ON evidence_sum (kind, month);

INSERT INTO evidence_sum (agency_id, product, kind, month, facts, quantity)
SELECT f.agency_id, f.product, f.kind, SUBSTR(f.happened_on, 1, 7), COUNT(*), SUM(f.quantity)
  FROM evidence_ledger f
 WHERE f.standing = 'counts'
 GROUP BY f.agency_id, f.product, f.kind, SUBSTR(f.happened_on, 1, 7);
