"""Where do stories lie, and do they fit the data set? Files of `data/stories/`, read when they are asked for."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from ccnt_dash.answer import Answers
from ccnt_dash.build import version_of
from ccnt_dash.filters import Filters
from ccnt_dash.pages.embed import is_chart
from ccnt_dash.store import Store, StoreError
from ccnt_dash.story.story import Mark, Slide, Story, StoryError, story
from ccnt_dash.taking.extract import TAKEN

FOLDER = "stories"
# Pages beside the stories have these names.
RESERVED = ("check", "choices", "deck", "draft", "edit")
NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")


def read(path: Path) -> Story:
    """The story in a file; StoryError with every line that is wrong, OSError where it can't be read."""
    found = understood(path.read_bytes(), str(path))
    if found.story in RESERVED:
        raise StoryError(f"{path}.story is {found.story!r}; it should not be one of {', '.join(RESERVED)}")
    if found.story != path.stem:
        raise StoryError(f"{path}.story is {found.story!r}; it should be the name of the file, {path.stem!r}")
    return found


def understood(written: bytes, name: str) -> Story:
    """The story that a file called `name` holds; StoryError with every line that is wrong."""
    try:
        record = json.loads(written.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise StoryError(f"{name}: is not UTF-8; it should be text in that encoding") from None
    except json.JSONDecodeError as error:
        raise StoryError(f"{name}, line {error.lineno}: {error.msg}; it should be JSON") from None
    except ValueError as error:  # a number of more digits than are read
        raise StoryError(f"{name}: {error}; it should be JSON") from None
    except RecursionError:
        raise StoryError(f"{name}: is nested too deeply; it should be a story") from None
    return story(record, name)


def write(told: Story) -> str:
    """A story as it stands in a file."""
    return json.dumps(told.record(), ensure_ascii=False, indent=1) + "\n"


def names(data: Path) -> list[str]:
    """The stories that lie in the folder of the text files, by name."""
    return sorted(path.stem for path in (data / FOLDER).glob("*.json") if NAME.fullmatch(path.stem))


def find(data: Path, name: str) -> Story | None:
    """The story of that name, None where there is none; StoryError where it can't be understood."""
    return read(data / FOLDER / f"{name}.json") if name in names(data) else None


def wrong(data: Path, answers: Answers | None = None) -> list[str]:
    """What is wrong in the stories of a folder; with the answers of its data set also what that does not have."""
    found = []
    for path in sorted((data / FOLDER).glob("*")):
        if path.suffix != ".json" or not NAME.fullmatch(path.stem):
            found.append(f"{path} is no name of a story; it should be small letters, digits and hyphens, then .json")
            continue
        try:
            told = read(path)
        except StoryError as error:
            found += str(error).splitlines()
        else:
            found += misfits(told, answers) if answers else []
    return found


def checked(data: Path, database: Path, assets: Path) -> list[str]:
    """`wrong`, also against the data set where `database` was built from just these text files."""
    try:
        store = Store(database)
        fresh = store.version() == version_of(data)
    except StoreError:
        return wrong(data)
    return wrong(data, Answers(store, assets) if fresh else None)


def fitting(data: Path, name: str, answers: Answers) -> Story:
    """The story of that name or in the file at that path, which fits the data set.

    Raises StoryError with every line that is wrong, OSError where the file can't be read.
    """
    found = find(data, name) if NAME.fullmatch(name) else read(Path(name))
    if found is None:
        known = ", ".join(names(data)) or "none"
        raise StoryError(f"STORY is {name!r}; it should be one of {known}, or the path of a file")
    wrong = misfits(found, answers)
    if wrong:
        raise StoryError("\n".join(wrong))
    return found


def misfits(told: Story, answers: Answers) -> list[str]:
    """What a story names and the data set does not have; a line for each, beginning with its place."""
    found = []
    for at, slide in enumerate(told.slides, 1):
        place = f"{told.story}.slides[{at}]"
        for number, shown in enumerate(slide.shows, 1):
            found += _misfit(f"{place}.shows[{number}]", slide, shown.view, shown.query, answers)
        found += [line for mark in slide.marks for line in _unmarked(f"{place}.marks", mark, slide, answers)]
    return found


def _misfit(place: str, slide: Slide, view: str, query: str, answers: Answers) -> list[str]:
    if view not in TAKEN:
        return [f"{place}.view is {view!r}; it should be one of {', '.join(sorted(TAKEN))}"]
    asked = Filters.from_query(query)
    known = answers.known(asked)
    lost = [
        f"{place}.query names {value!r} as {name}; it should be a code of this data set"
        for name, value in asked.params().items()
        if value != known.params()[name]
    ]
    if slide.kind == "table" and is_chart(answers.drawn(TAKEN[view], known)):
        lost.append(
            f"{place}.view is {view!r}; it should be one that is a table, because the kind of the slide is table"
        )
    return lost


def _unmarked(place: str, mark: Mark, slide: Slide, answers: Answers) -> list[str]:
    if mark.kind != "region":
        return []
    view: Any = TAKEN.get(slide.shows[mark.on].view)
    if view and view.writes != "regions":
        return [f"{place} highlights a region on the view {view.id!r}; its marks should be places"]
    known = mark.region in answers.vocabulary()["regions"]
    return [] if known else [f"{place}.region is {mark.region!r}; it should be a code of the table regions"]
