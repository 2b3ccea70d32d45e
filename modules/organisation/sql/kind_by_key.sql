SELECT key, text, level FROM organisation_kind WHERE key = $1
