SELECT count(*) AS same
FROM plan_edition AS edition
WHERE edition.document_number = $1 AND edition.issuer = $2 AND edition.year = $3
    AND edition.plan_id <> $4 AND edition.state IN ('draft', 'in_force')
