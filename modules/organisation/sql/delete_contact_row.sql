DELETE FROM organisation_contact WHERE id = $1
