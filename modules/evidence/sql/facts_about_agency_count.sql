SELECT COUNT(*) AS found FROM evidence_subject WHERE agency_id = $1
