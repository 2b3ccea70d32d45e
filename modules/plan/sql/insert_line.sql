INSERT INTO plan_line (edition_id, number, text, fate, page, paragraph, table_number, row_number,
    settled)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0)
