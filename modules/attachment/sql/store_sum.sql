SELECT (SELECT COUNT(*) FROM attachment_content) AS contents,
       (SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) FROM attachment_content) AS bytes,
       (SELECT COUNT(*) FROM attachment_content
         WHERE scan = 'waiting' AND scan IN ('waiting', 'infected')) AS waiting,
       (SELECT COUNT(*) FROM attachment_fault WHERE fault = 'orphan') AS orphans,
       (SELECT MIN(found_at) FROM attachment_fault WHERE fault = 'orphan') AS first_orphan_at
