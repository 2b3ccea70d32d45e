INSERT INTO identity_headcount (agency_id, category, valid_from, people, source)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (agency_id, category, valid_from)
DO UPDATE SET people = excluded.people, source = excluded.source
