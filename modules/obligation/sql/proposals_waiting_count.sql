SELECT COUNT(*) AS number
  FROM obligation_proposal p
 WHERE p.state IN ('proposed', 'countered')
   AND ((p.agency_id = $1 AND p.state = 'proposed') OR (p.giver_id = $1 AND p.state = 'countered'))
