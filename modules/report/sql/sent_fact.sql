SELECT f.fact_id, f.stands FROM report_sent_fact f WHERE f.report_id = $1
