SELECT attachment_id, fact_id FROM obligation_proof WHERE obligation_id = $1
