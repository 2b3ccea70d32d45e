DELETE FROM obligation_saved_view WHERE id = $1 AND version = $2
