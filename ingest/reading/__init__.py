"""Readers: bytes of one file to a :class:`schemas.document.Document`, the only place that knows file formats."""
