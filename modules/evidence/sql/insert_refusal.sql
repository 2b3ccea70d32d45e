INSERT INTO evidence_refusal (fact_id) VALUES ($1)
