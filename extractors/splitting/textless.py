"""Pages without text (scans, pictures): which item and which bilag they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.splitting.outline import Outline
from schemas.packet import AgendaItem, AttachedPaper, Pages


class TextlessPages:
    """Extends parts of a packet over pages that print nothing, which no span of lines can hold.

    Such a page belongs to the part before it, unless the table of contents says that another part starts there:
    ``offset`` is what to add to its page numbers to get pages of the file, None where that is not known.
    """

    def __init__(self, outline: Outline, offset: int | None) -> None:
        printed = {outline.lines[index].page for index in outline.printed}
        self._outline = outline
        self._offset = offset if outline.document.media_type == "application/pdf" else None
        self._count = len(outline.document.pages)
        self._empty = {page for page in range(1, self._count + 1) if page not in printed}

    @property
    def any(self) -> bool:
        """True where the document has pages without text."""
        return bool(self._empty) and self._outline.document.paged

    def papers(self, papers: Sequence[AttachedPaper]) -> list[AttachedPaper]:
        """The bilag with their pages; one that is nothing but pages without text gains its body."""
        if not self.any:
            return list(papers)
        starts = [self._start(paper.toc_page, paper.span.first if paper.span else None) for paper in papers]
        result = []
        for place, (paper, start) in enumerate(zip(papers, starts, strict=True)):
            if start is None or "/" in paper.attachment_no:
                result.append(paper)
                continue
            later = min((s for s in starts[place + 1 :] if s is not None and s > start), default=self._count + 1)
            last = self._end(start, paper.span.last if paper.span else None, later)
            result.append(replace(paper, pages=Pages(start, last)))
        return result

    def items(self, items: Sequence[AgendaItem], papers: Sequence[AttachedPaper]) -> list[AgendaItem]:
        """The items with their pages, those of their bilag included."""
        if not self.any:
            return list(items)
        starts: list[int | None] = []
        for item in items:
            own = [p.pages.first for p in papers if p.item_no == item.item_no and p.pages is not None]
            here = self._start(item.toc_page, item.span.first if item.span else None)
            starts.append(min([*own, *([here] if here is not None else [])], default=None))
        result = []
        for place, (item, start) in enumerate(zip(items, starts, strict=True)):
            if start is None:
                result.append(item)
                continue
            later = min((s for s in starts[place + 1 :] if s is not None and s >= start), default=self._count + 1)
            own_last = [p.pages.last for p in papers if p.item_no == item.item_no and p.pages is not None]
            last = self._end(start, item.span.last if item.span else None, later)
            result.append(replace(item, pages=Pages(start, max([last, *own_last]))))
        return result

    def _start(self, toc_page: int | None, first: int | None) -> int | None:
        """The page a part starts on: that of the contents where all pages from there to its text are empty."""
        page = self._outline.page(first) if first is not None else None
        if self._offset is None or toc_page is None:
            return page
        expected = toc_page + self._offset
        if not 1 <= expected <= self._count or expected not in self._empty:
            return page
        if page is None:
            return expected
        return expected if expected < page and all(p in self._empty for p in range(expected, page)) else page

    def _end(self, start: int, last: int | None, later: int) -> int:
        """The last page of a part: its text's, and the pages without text behind that before the next part."""
        page = self._outline.page(last) if last is not None else start
        if last is not None and any(self._outline.page(n) == page for n in self._outline.following(last, 1)):
            return page
        while page + 1 < later and page + 1 in self._empty:
            page += 1
        return page
