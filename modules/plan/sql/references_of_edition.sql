SELECT kind, document_number, issued_on, issuer, name FROM plan_reference WHERE edition_id = $1
    ORDER BY number
