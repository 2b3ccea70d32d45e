UPDATE obligation_saved_view
   SET is_default = 0, version = version + 1
 WHERE account_id = $1 AND page = $2 AND place = $3 AND is_default = 1
