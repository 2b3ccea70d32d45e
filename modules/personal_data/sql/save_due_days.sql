UPDATE personal_data_request
   SET acknowledge_by = $3, finish_by = $4, version = version + 1
 WHERE id = $1 AND version = $2
