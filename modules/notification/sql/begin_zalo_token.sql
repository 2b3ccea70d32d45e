-- The operator's token: the first one, or one that takes the place of what was lost.
INSERT INTO notification_zalo_token (app_id, first_token_hash, access_token, access_until,
                                     refresh_token, renewing_until)
VALUES ($1, $2, '', $4, $3, $4)
ON CONFLICT (app_id) DO UPDATE
   SET first_token_hash = excluded.first_token_hash, access_token = '',
       access_until = excluded.access_until, refresh_token = excluded.refresh_token,
       renewing_until = excluded.renewing_until
