"""How does a story become slides of an office program? One call makes the whole file."""

from ccnt_dash.story.slides.file import pptx

__all__ = ["pptx"]
