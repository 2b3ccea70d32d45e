INSERT INTO personal_data_consent
       (id, account_id, purpose, wording, wording_hash, is_given, at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
