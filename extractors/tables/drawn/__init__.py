"""Tables whose borders are letters: box drawings, and the plus, minus and bar of plain text."""
