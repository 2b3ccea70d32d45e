-- Of all agencies that fact $1 is about.
INSERT INTO evidence_coverage (agency_id, product, month, subject_id, facts)
SELECT $2, $3, $4, s.agency_id, $5
  FROM evidence_subject s
 WHERE s.fact_id = $1
ON CONFLICT (agency_id, product, month, subject_id) DO UPDATE
   SET facts = evidence_coverage.facts + excluded.facts
