-- How many dead letters a person may send again all at once, $2 at most. The first two conditions
-- are those of the index of what waits for a person.
SELECT COUNT(*) AS count
  FROM (SELECT id FROM notification_message
         WHERE id > 0
           AND status IN ('temporary-failure', 'permanent-failure', 'technical-failure',
                          'uncertain')
           AND status NOT IN ('permanent-failure', 'uncertain')
           AND handed_to = '' AND body <> '' AND expires_at > $1
         LIMIT $2) AS unsent
