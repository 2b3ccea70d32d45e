DELETE FROM obligation_saved_view WHERE account_id = $1
