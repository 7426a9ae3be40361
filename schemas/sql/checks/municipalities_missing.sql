-- A table that names nearly every municipality of the country must name each of the 98.
WITH coverage AS (
  SELECT document_id, table_id, count(DISTINCT municipality_code) AS n FROM observations
  WHERE municipality_code IS NOT NULL GROUP BY ALL HAVING n BETWEEN 90 AND 97
)
SELECT c.document_id, c.table_id,
  'a table of the whole country lacks ' || string_agg(m.name, ', ' ORDER BY m.code) AS message,
  '98' AS expected, CAST(c.n AS VARCHAR) AS actual
FROM coverage c CROSS JOIN municipalities m
  ANTI JOIN observations o ON o.table_id = c.table_id AND o.municipality_code = m.code
GROUP BY c.document_id, c.table_id, c.n
