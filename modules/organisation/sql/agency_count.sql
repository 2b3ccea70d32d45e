-- All names less those that ended before the day and those yet to begin: what is taken away is
-- little and stands together in an index, and counting a whole table looks at no row.
SELECT (SELECT COUNT(*) FROM organisation_name)
       - (SELECT COUNT(*) FROM organisation_name WHERE valid_to || '' < $1)
       - (SELECT COUNT(*) FROM organisation_name WHERE valid_from || '' > $1) AS found
