SELECT reference_key FROM organisation_special_day WHERE reference_key IS NOT NULL
 ORDER BY reference_key
