INSERT INTO report_reminder (report_id, rule, due_on, told_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (report_id, rule, due_on) DO NOTHING
