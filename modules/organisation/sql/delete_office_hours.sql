DELETE FROM organisation_office_hours WHERE agency_id = $1 AND valid_from = $2
