-- Every cell as text, whatever somebody has put there: what is sealed are the texts.
SELECT seq, COALESCE(CAST(at AS TEXT), '') AS at,
       COALESCE(CAST(actor_account AS TEXT), '') AS actor_account,
       COALESCE(CAST(actor_name AS TEXT), '') AS actor_name,
       COALESCE(CAST(acting_agency AS TEXT), '') AS acting_agency,
       COALESCE(CAST(operating_system_user AS TEXT), '') AS operating_system_user,
       COALESCE(CAST(request_id AS TEXT), '') AS request_id,
       COALESCE(CAST(action AS TEXT), '') AS action,
       COALESCE(CAST(object_type AS TEXT), '') AS object_type,
       COALESCE(CAST(object_id AS TEXT), '') AS object_id,
       COALESCE(CAST(detail AS TEXT), '') AS detail,
       COALESCE(CAST(on_behalf_of AS TEXT), '') AS on_behalf_of,
       COALESCE(CAST(on_behalf_of_name AS TEXT), '') AS on_behalf_of_name,
       COALESCE(CAST(address AS TEXT), '') AS address,
       COALESCE(CAST(session AS TEXT), '') AS session,
       COALESCE(CAST(previous_hash AS TEXT), '') AS previous_hash,
       COALESCE(CAST(hash AS TEXT), '') AS hash
  FROM audit_entry
 WHERE seq >= $1 AND seq <= $2
 ORDER BY seq
