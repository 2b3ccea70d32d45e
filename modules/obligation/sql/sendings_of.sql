SELECT key FROM obligation_sending WHERE obligation_id = $1 ORDER BY taken_at DESC, key LIMIT $2
