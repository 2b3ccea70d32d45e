DELETE FROM obligation_count WHERE obligation_id = $1 AND fact_id = $2 AND part_id = $3
