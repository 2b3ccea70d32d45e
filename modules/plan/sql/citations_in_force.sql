SELECT cited.kind, cited.document_number, cited.issued_on, cited.issuer, cited.name,
    citing.title, plan.slug, own_plan.slug AS own_slug
FROM plan_reference AS cited
    JOIN plan_edition AS citing ON citing.id = cited.edition_id AND citing.state = 'in_force'
    JOIN plan_plan AS plan ON plan.id = citing.plan_id
    LEFT JOIN plan_edition AS own ON own.state = 'in_force'
        AND own.document_number = cited.document_number AND own.issued_on = cited.issued_on
    LEFT JOIN plan_plan AS own_plan ON own_plan.id = own.plan_id
ORDER BY COALESCE(cited.document_number, cited.name, cited.kind), cited.issued_on IS NULL,
    cited.issued_on DESC, citing.year DESC, citing.id DESC, cited.number
LIMIT $1
