SELECT COUNT(*) AS found FROM evidence_fact WHERE agency_id = $1
