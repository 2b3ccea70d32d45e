SELECT sha256 FROM attachment_content WHERE sha256 >= $1 AND sha256 < $2
