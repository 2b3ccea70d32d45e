-- No more than pages say: the bell of somebody who never looks stays cheap.
SELECT COUNT(*) AS count
  FROM (SELECT 1 AS one
          FROM notification_message
         WHERE account_id = $1 AND channel = 'in_app' AND read_at IS NULL AND due_at <= $2
         LIMIT 99) AS unread
