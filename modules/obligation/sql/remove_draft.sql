DELETE FROM obligation_draft WHERE obligation_id = $1 AND version = $2
