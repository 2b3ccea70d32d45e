-- When a programme was first signed as played: from then on everybody may hear it again.
ALTER TABLE channel_script ADD COLUMN heard_at TEXT;
UPDATE channel_script SET heard_at = (
    SELECT MIN(b.signed_at) FROM channel_broadcast b
    WHERE b.script_id = channel_script.id AND b.is_standing = 1 AND b.played_minutes > 0
);
CREATE INDEX channel_script_heard ON channel_script (heard_at, id) WHERE heard_at IS NOT NULL;
CREATE INDEX channel_script_heard_of_agency ON channel_script (agency_id, heard_at, id)
    WHERE heard_at IS NOT NULL;
