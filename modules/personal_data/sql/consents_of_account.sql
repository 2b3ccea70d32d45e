SELECT purpose, wording, wording_hash, is_given, at
  FROM personal_data_consent
 WHERE account_id = $1
 ORDER BY id DESC
 LIMIT $2
