SELECT MAX(day) AS day FROM obligation_reminder_day
