INSERT INTO identity_second_factor (account_id, secret, last_step, enrolled_at)
VALUES ($1, $2, $3, $4)
ON CONFLICT (account_id)
DO UPDATE SET secret = excluded.secret, last_step = excluded.last_step,
              enrolled_at = excluded.enrolled_at
