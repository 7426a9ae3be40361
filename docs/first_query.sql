-- Which targets were met, and where is it written?
SELECT t.sub_no AS goal, t.metric, t.segment, t.comparator AS "is", t.target_value AS target, t.result_value AS result,
  t.target_unit AS unit, t.status, t.result_page AS page
FROM target_results t JOIN documents d USING (document_id)
WHERE t.result_value IS NOT NULL AND t.sub_no IS NOT NULL AND d.meeting_date = DATE '2025-09-17'
ORDER BY t.sub_no, t.segment
