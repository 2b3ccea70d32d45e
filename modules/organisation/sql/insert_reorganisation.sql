INSERT INTO organisation_reorganisation (id, kind, day, document) VALUES ($1, $2, $3, $4)
