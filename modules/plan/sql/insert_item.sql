INSERT INTO plan_item (id, edition_id, lineage, position, path, type, title, area, requested,
    first_line, last_line,
    confidence, is_reviewed, is_removed, terms, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
