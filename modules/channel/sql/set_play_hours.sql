INSERT INTO channel_play_hours (id, agency_id, from_on, minutes, set_by, set_at)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (agency_id, from_on) DO UPDATE
SET minutes = excluded.minutes, set_by = excluded.set_by, set_at = excluded.set_at
