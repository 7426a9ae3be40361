"""The words' own grammar: numbers, quantities, dates, periods, tags."""
