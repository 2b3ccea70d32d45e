INSERT INTO report_late_fact (report_id, settled_by, fact_id, indicator, counts, heard_at)
VALUES ($1, 0, $2, $3, $4, $5)
ON CONFLICT (report_id, settled_by, fact_id, indicator)
DO UPDATE SET counts = excluded.counts, heard_at = excluded.heard_at
