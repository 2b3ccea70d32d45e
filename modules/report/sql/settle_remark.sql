UPDATE report_remark SET settled_at = $2 WHERE id = $1 AND settled_at IS NULL
