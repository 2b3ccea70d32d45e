INSERT INTO evidence_manner (fact_id, manner) VALUES ($1, $2)
