INSERT INTO evidence_sum (agency_id, product, kind, month, facts, quantity)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (agency_id, product, kind, month) DO UPDATE
   SET facts = evidence_sum.facts + excluded.facts,
       quantity = evidence_sum.quantity + excluded.quantity
