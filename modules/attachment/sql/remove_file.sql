DELETE FROM attachment_file WHERE id = $1
