SELECT s.agency_id FROM evidence_subject s WHERE s.fact_id = $1 ORDER BY s.agency_id
