UPDATE obligation_obstacle
   SET handler_id = $2, state = $3, version = version + 1
 WHERE id = $1 AND version = $4
