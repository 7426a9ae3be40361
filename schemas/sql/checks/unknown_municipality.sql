-- A code on a number that is none of the official list.
SELECT o.document_id, o.table_id, 'municipality code ' || o.municipality_code || ' is not on the official list' AS message,
  CAST(NULL AS VARCHAR) AS expected, o.municipality_code AS actual
FROM observations o ANTI JOIN municipalities m ON m.code = o.municipality_code
WHERE o.municipality_code IS NOT NULL
