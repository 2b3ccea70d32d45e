INSERT INTO obligation_reminder_day (day, people, finished_at)
VALUES ($1, $2, $3)
ON CONFLICT DO NOTHING
