INSERT INTO outgoing_counter (agency_id, series, year, last, begun_after) VALUES ($1, $2, $3, 1, 0)
ON CONFLICT (agency_id, series, year) DO UPDATE SET last = outgoing_counter.last + 1
RETURNING last
