SELECT agency_id, valid_from, valid_to, monday, tuesday, wednesday, thursday, friday, saturday,
       sunday, source
  FROM organisation_office_hours
 ORDER BY agency_id, valid_from DESC
 LIMIT $1
