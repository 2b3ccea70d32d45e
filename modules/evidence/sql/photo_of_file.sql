SELECT taken_at, latitude, longitude FROM evidence_photo WHERE attachment_id = $1
