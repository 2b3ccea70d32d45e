INSERT INTO evidence_capture (fact_id, attachment_id, taken_at) VALUES ($1, $2, $3)
