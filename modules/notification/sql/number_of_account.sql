SELECT number, waiting, code_hash, code_until, tries, codes_sent, codes_since
  FROM notification_number
 WHERE account_id = $1
