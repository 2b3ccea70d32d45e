UPDATE plan_item
SET lineage = $3, position = $4, path = $5, type = $6, title = $7, area = $8, requested = $9,
    first_line = $10,
    last_line = $11, confidence = $12, is_reviewed = $13, is_removed = $14, terms = $15,
    version = version + 1
WHERE id = $1 AND version = $2
