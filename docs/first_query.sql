-- Which targets were met, and where is it written?
SELECT d.filename[:10] AS packet, t.sub_no AS goal, t.segment, t.comparator || ' ' || t.target_value::FLOAT AS target,
  t.result_value AS result, t.target_unit AS unit, t.status, t.result_page AS page
FROM target_results t JOIN documents d USING (document_id)
WHERE t.result_value IS NOT NULL AND t.sub_no IS NOT NULL AND d.meeting_date = DATE '2025-09-17'
ORDER BY t.sub_no, t.segment
