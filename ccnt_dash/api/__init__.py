"""How do programs ask for what readers see? Read-only HTTP, feeds, and a description for agents."""
