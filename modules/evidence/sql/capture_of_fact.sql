SELECT c.attachment_id, c.taken_at FROM evidence_capture c WHERE c.fact_id = $1
