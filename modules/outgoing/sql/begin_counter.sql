INSERT INTO outgoing_counter (agency_id, series, year, last, begun_after)
VALUES ($1, $2, $3, $4, $4)
ON CONFLICT (agency_id, series, year) DO UPDATE SET last = $4, begun_after = $4
WHERE outgoing_counter.last = outgoing_counter.begun_after
