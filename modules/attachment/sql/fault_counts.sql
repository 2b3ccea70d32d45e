SELECT (SELECT COUNT(*) FROM attachment_fault WHERE fault = 'missing') AS missing,
       (SELECT COUNT(*) FROM attachment_fault WHERE fault = 'changed') AS changed,
       (SELECT COUNT(*) FROM attachment_content
         WHERE scan = 'infected' AND scan IN ('waiting', 'infected')) AS infected
