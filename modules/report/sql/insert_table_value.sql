INSERT INTO report_table_value (report_id, table_key, row_name, column_key, period_id,
                                collector_id, agency_id, numerator)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
