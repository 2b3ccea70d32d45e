UPDATE newsroom_theme SET name = $3, slogan = $4, begins_on = $5, ends_on = $6,
    version = version + 1
WHERE id = $1 AND version = $2
