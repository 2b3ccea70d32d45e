INSERT INTO report_row (report_id, field, row_number, is_removed) VALUES ($1, $2, $3, 0)
