INSERT INTO evidence_photo (attachment_id, taken_at, latitude, longitude) VALUES ($1, $2, $3, $4)
