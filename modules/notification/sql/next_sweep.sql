-- When there is something to look after again: what is being sent may be dead, what is kept runs
-- out.
SELECT MIN(at) AS at
  FROM (SELECT MIN(expires_at) AS at FROM notification_message
         WHERE (body <> '' OR variables <> '{}') AND channel <> 'in_app'
        UNION ALL
        SELECT MIN(claimed_at) AS at FROM notification_message WHERE status = 'sending') AS soon
