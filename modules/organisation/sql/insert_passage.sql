INSERT INTO organisation_passage (id, reorganisation_id, from_id, to_id, share)
VALUES ($1, $2, $3, $4, $5)
