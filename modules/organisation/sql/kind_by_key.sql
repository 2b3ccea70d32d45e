SELECT key, text, level, valid_from, valid_to FROM organisation_kind WHERE key = $1
