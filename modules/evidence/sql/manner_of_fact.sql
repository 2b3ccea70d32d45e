SELECT m.manner FROM evidence_manner m WHERE m.fact_id = $1
