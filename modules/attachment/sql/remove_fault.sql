DELETE FROM attachment_fault WHERE sha256 = $1
