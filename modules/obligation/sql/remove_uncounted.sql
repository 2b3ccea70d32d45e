DELETE FROM obligation_uncounted WHERE obligation_id = $1 AND fact_id = $2
