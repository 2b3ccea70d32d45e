-- Rows of this module that speak of an agency.
SELECT (SELECT COUNT(*) FROM organisation_name WHERE agency_id = $1)
       + (SELECT COUNT(*) FROM organisation_alias WHERE agency_id = $1)
       + (SELECT COUNT(*) FROM organisation_contact WHERE agency_id = $1)
       + (SELECT COUNT(*) FROM organisation_code WHERE agency_id = $1)
       + (SELECT COUNT(*) FROM organisation_parent WHERE agency_id = $1 OR parent_id = $1)
       + (SELECT COUNT(*) FROM organisation_group_exception WHERE agency_id = $1)
       + (SELECT COUNT(*) FROM organisation_passage WHERE from_id = $1 OR to_id = $1) AS found
