INSERT INTO obligation_proof (attachment_id, obligation_id, fact_id) VALUES ($1, $2, $3)
