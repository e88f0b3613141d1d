"""The pages: what is on them, and how they answer the reader."""
