INSERT INTO evidence_subject (fact_id, agency_id) VALUES ($1, $2)
