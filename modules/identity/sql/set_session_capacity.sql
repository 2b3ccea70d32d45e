UPDATE identity_session
   SET agency_id = $2, agency_name = $3, on_behalf_of = $4
 WHERE token_hash = $1
