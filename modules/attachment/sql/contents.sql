SELECT sha256, bytes FROM attachment_content ORDER BY sha256
