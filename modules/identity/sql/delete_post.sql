DELETE FROM identity_post WHERE id = $1
