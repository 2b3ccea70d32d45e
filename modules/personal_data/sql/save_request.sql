UPDATE personal_data_request
   SET state = $3, finish_by = $4, with_others = $5, acknowledged_on = $6, extension_reason = $7,
       answered_on = $8, answer = $9, version = version + 1
 WHERE id = $1 AND version = $2
