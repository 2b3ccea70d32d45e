-- reads: once_sending
-- Taken keys of the form of results move to where those of all forms are kept.
INSERT INTO once_sending (purpose, owner_id, key, content_sha256, answer, taken_at)
SELECT 'obligation.result', obligation_id, key, content_sha256, '', taken_at
FROM obligation_sending;
DROP TABLE obligation_sending;
