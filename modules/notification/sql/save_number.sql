INSERT INTO notification_number (
    account_id, number, waiting, code_hash, code_until, tries, codes_sent, codes_since, at
)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (account_id) DO UPDATE
   SET number = excluded.number, waiting = excluded.waiting, code_hash = excluded.code_hash,
       code_until = excluded.code_until, tries = excluded.tries,
       codes_sent = excluded.codes_sent, codes_since = excluded.codes_since, at = excluded.at
