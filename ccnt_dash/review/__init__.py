"""What becomes of what was found in documents? A person decides, and no decision is lost."""
