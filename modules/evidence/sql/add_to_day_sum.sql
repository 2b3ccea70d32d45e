INSERT INTO evidence_day_sum (agency_id, day, product, kind, facts, quantity)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (agency_id, day, product, kind) DO UPDATE
   SET facts = evidence_day_sum.facts + excluded.facts,
       quantity = evidence_day_sum.quantity + excluded.quantity
