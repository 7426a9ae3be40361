"""The commands of ``bilag``, one module each: what they print and how they end."""
