"""What are the components called? Ids are written here and nowhere else."""

URL = "url"
EVENTS = "events"
PREFERS = "prefers"
SHOWN = "shown"
MAIN = "main"
GRID = "grid"
FAILED = "failed"


def graph(view: str) -> str:
    """The chart of a view."""
    return f"graph-{view}"


def control(field: str) -> str:
    """The control of a field of Filters."""
    return f"control-{field}"


def part(name: str) -> str:
    """A part of the page whose content follows the choices."""
    return f"part-{name}"


def matrix(name: str) -> str:
    """A table of counts."""
    return f"matrix-{name}"
