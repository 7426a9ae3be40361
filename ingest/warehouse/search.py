"""Full-text search over the passages, ranked by BM25, with Danish stemming and compounds.

The index is made of temporary tables for each search: a warehouse that is only read stays as it is. A word of the
question also finds the compounds that begin or end with it (``sygeplejerske`` in «sygeplejerskeuddannelsen»,
``fravær`` in «sygefravær»), with less weight than the word itself.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex
import Stemmer

from ingest.warehouse.store import Warehouse

K1, B = 1.2, 0.75
"""The usual constants of BM25."""
COMPOUND_WEIGHT = 0.4
COMPOUND_LENGTH = 5
"""Stems shorter than this are too common inside other words to look for there."""
SNIPPET = 160
"""Characters of a passage shown around the first hit."""

WORD = regex.compile(r"[\p{L}\p{N}]+")
TOKENS = r"regexp_extract_all(lower(text), '[\p{L}\p{N}]+')"

INDEX = f"""
CREATE OR REPLACE TEMP TABLE search_tokens AS
  SELECT passage_id, unnest({TOKENS}) AS token FROM passages WHERE kind <> 'url'
"""
POSTINGS = """
CREATE OR REPLACE TEMP TABLE search_postings AS
  SELECT passage_id, stem, count(*) AS frequency FROM search_tokens JOIN search_stems USING (token)
  GROUP BY passage_id, stem ORDER BY stem
"""
LENGTHS = """
CREATE OR REPLACE TEMP TABLE search_lengths AS
  SELECT passage_id, count(*) AS length FROM search_tokens GROUP BY passage_id
"""
RANKED = f"""
WITH wanted AS (SELECT unnest($stems) AS word),
  matched AS (
    SELECT v.stem, w.word, CASE WHEN v.stem = w.word THEN 1.0 ELSE {COMPOUND_WEIGHT} END AS weight
    FROM (SELECT DISTINCT stem FROM search_stems) v JOIN wanted w
      ON v.stem = w.word OR (length(w.word) >= {COMPOUND_LENGTH}
        AND (starts_with(v.stem, w.word) OR ends_with(v.stem, w.word)))
  ),
  totals AS (SELECT count(*) AS passages, avg(length) AS mean FROM search_lengths),
  spread AS (
    SELECT word, count(DISTINCT passage_id) AS holders FROM search_postings JOIN matched USING (stem) GROUP BY word
  ),
  scores AS (
    SELECT passage_id, word, max(weight * ln(1 + (t.passages - s.holders + 0.5) / (s.holders + 0.5))
      * frequency * {K1 + 1} / (frequency + {K1} * (1 - {B} + {B} * length / t.mean))) AS score
    FROM search_postings JOIN matched USING (stem) JOIN spread s USING (word)
      JOIN search_lengths USING (passage_id), totals t
    GROUP BY passage_id, word
  )
SELECT p.*, d.filename, sum(score) AS score, count(*) AS words
FROM scores JOIN passages p USING (passage_id) JOIN documents d USING (document_id)
GROUP BY ALL ORDER BY words DESC, score DESC, p.passage_id LIMIT $most
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers: its place, its rank and the words around the first hit."""

    passage_id: str
    filename: str
    item_no: str | None
    attachment_no: str | None
    page: int | None
    line: int | None
    score: float
    snippet: str


def search(warehouse: Warehouse, question: str, most: int = 10) -> list[Hit]:
    """The passages that answer best: first those with most of the words, among them by BM25. Empty for no words."""
    stemmer = Stemmer.Stemmer("danish")
    stems = list(dict.fromkeys(stemmer.stemWords([word.lower() for word in WORD.findall(question)])))
    if not stems:
        return []
    _make_index(warehouse, stemmer)
    cursor = warehouse.db.execute(RANKED, {"stems": stems, "most": most})
    names = [column[0] for column in cursor.description or ()]
    rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return [
        Hit(
            row["passage_id"],
            row["filename"],
            row["item_no"],
            row["attachment_no"],
            row["page"],
            row["line"],
            round(row["score"], 3),
            snippet(row["text"], stems, stemmer),
        )
        for row in rows
    ]


def _make_index(warehouse: Warehouse, stemmer: Stemmer.Stemmer) -> None:
    """Temporary tables: a warehouse that is only read stays as it is."""
    db = warehouse.db
    db.execute(INDEX)
    tokens = [
        token for (token,) in db.execute("SELECT DISTINCT token FROM search_tokens ORDER BY token").fetchall()
    ]
    db.execute("CREATE OR REPLACE TEMP TABLE search_stems (token VARCHAR, stem VARCHAR)")
    if tokens:
        with db.appender("search_stems") as appender:
            appender.append_rows(list(zip(tokens, stemmer.stemWords(tokens), strict=True)))
    db.execute(POSTINGS)
    db.execute(LENGTHS)


def snippet(text: str, stems: list[str], stemmer: Stemmer.Stemmer) -> str:
    """The words around the first hit, hits in «», cut at words."""
    pieces: list[str] = []
    first: int | None = None
    end = 0
    for match in WORD.finditer(text):
        stem = stemmer.stemWord(match.group().lower())
        if any(
            stem == s or (len(s) >= COMPOUND_LENGTH and (stem.startswith(s) or stem.endswith(s))) for s in stems
        ):
            pieces += [text[end : match.start()], "«", match.group(), "»"]
            end = match.end()
            first = match.start() if first is None else first
    marked = "".join([*pieces, text[end:]])
    start = max(0, (first or 0) - SNIPPET // 3)
    if start:
        start = marked.find(" ", start) + 1
    cut = marked[start : start + SNIPPET]
    if start + SNIPPET < len(marked):
        cut = cut.rsplit(" ", 1)[0] + " …"
    return ("… " if start else "") + cut
