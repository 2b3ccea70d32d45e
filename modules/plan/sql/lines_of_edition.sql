SELECT number, text, fate, page, paragraph, table_number, row_number, settled
FROM plan_line
WHERE edition_id = $1
ORDER BY number
