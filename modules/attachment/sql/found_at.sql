SELECT found_at FROM attachment_fault WHERE sha256 = $1 AND fault = $2
