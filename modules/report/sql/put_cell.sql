INSERT INTO report_cell (report_id, field, row_number, value, version, changed_by, changed_at,
                         is_copied)
VALUES ($1, $2, $3, $4, 1, $5, $6, $7)
ON CONFLICT (report_id, field, row_number) DO UPDATE
SET value = excluded.value, version = report_cell.version + 1,
    changed_by = excluded.changed_by, changed_at = excluded.changed_at,
    is_copied = excluded.is_copied
