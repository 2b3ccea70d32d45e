DELETE FROM obligation_obligation WHERE id = $1 AND version = $2
