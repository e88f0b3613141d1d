"""How are views told at a workshop? Stories: read, checked, shown, and written as slides."""
