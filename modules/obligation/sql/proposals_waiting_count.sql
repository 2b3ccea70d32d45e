-- What an agency is to answer, and whose answer it waits for; since when the longest.
SELECT COUNT(CASE WHEN (p.agency_id = $1) = (p.state = 'proposed') THEN 1 END) AS own,
       MIN(CASE WHEN (p.agency_id = $1) = (p.state = 'proposed') THEN p.changed_at END)
           AS own_since,
       COUNT(CASE WHEN (p.agency_id = $1) = (p.state = 'countered') THEN 1 END) AS others,
       MIN(CASE WHEN (p.agency_id = $1) = (p.state = 'countered') THEN p.changed_at END)
           AS others_since
  FROM obligation_proposal p
 WHERE p.state IN ('proposed', 'countered') AND (p.agency_id = $1 OR p.giver_id = $1)
