UPDATE report_sent_fact SET fact_id = $2 WHERE fact_id = $1
