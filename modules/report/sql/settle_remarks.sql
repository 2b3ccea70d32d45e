UPDATE report_remark SET settled_at = $2 WHERE report_id = $1 AND settled_at IS NULL
