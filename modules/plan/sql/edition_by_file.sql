SELECT edition.id, edition.plan_id, edition.number, edition.state, edition.kind,
    edition.document_number, edition.issued_on,
    edition.issuer, edition.province, edition.year, edition.subject, edition.title,
    edition.signer_name,
    edition.signer_title, edition.file_id, edition.file_name, edition.job_id, edition.problem,
    edition.created_at,
    edition.created_by, edition.in_force_at, edition.in_force_by, edition.version,
    edition.notes, plan.code, plan.slug,
    plan.coordinator_id
FROM plan_edition AS edition
    JOIN plan_plan AS plan ON plan.id = edition.plan_id
WHERE edition.file_id = $1
