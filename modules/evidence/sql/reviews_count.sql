SELECT COUNT(*) AS found FROM evidence_review WHERE fact_id = $1
