SELECT number, text, fate, page, paragraph, table_number, row_number, settled
FROM plan_line
WHERE edition_id = $1 AND number BETWEEN $2 AND $3
ORDER BY number
