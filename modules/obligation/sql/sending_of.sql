SELECT content_sha256 FROM obligation_sending WHERE obligation_id = $1 AND key = $2
