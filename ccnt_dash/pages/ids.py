"""What are the components called? Ids are written here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass

MAIN = "main"


@dataclass(frozen=True)
class Names:
    """The ids of one page: those of the page "" are bare, those of others begin with its name.

    Dash knows the callbacks of all pages at once, so no two pages may have a component of the same id.
    """

    page: str = ""

    def __call__(self, name: str) -> str:
        """The one component of that name."""
        return f"{self.page}-{name}" if self.page else name

    def graph(self, view: str) -> str:
        """The chart of a view."""
        return self(f"graph-{view}")

    def control(self, field: str) -> str:
        """The control of a field of Filters."""
        return self(f"control-{field}")

    def part(self, name: str) -> str:
        """A part of the page whose content follows the choices."""
        return self(f"part-{name}")

    @property
    def url(self) -> str:
        """The address of the page."""
        return self("url")

    @property
    def events(self) -> str:
        """What the reader did that no answer has taken into account."""
        return self("events")

    @property
    def prefers(self) -> str:
        """What the reader's screen is like."""
        return self("prefers")

    @property
    def shown(self) -> str:
        """The record of what the page shows."""
        return self("shown")

    @property
    def failed(self) -> str:
        """The message that an answer did not come."""
        return self("failed")

    @property
    def grid(self) -> str:
        """The table of records."""
        return self("grid")


def matrix(name: str) -> str:
    """A table of counts."""
    return f"matrix-{name}"
