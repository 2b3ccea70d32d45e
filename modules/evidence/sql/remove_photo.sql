DELETE FROM evidence_photo WHERE attachment_id = $1
