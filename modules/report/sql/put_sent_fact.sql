INSERT INTO report_sent_fact (report_id, fact_id, stands) VALUES ($1, $2, $3)
ON CONFLICT (report_id) DO UPDATE SET fact_id = excluded.fact_id, stands = excluded.stands
