"""At which addresses are stories listed, presented, drawn and taken away?"""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, request

from ccnt_dash.answer import Answers
from ccnt_dash.look import Screen
from ccnt_dash.pages.embed import plotly_of
from ccnt_dash.pages.page import Reading
from ccnt_dash.pages.written import tag
from ccnt_dash.settings import Settings
from ccnt_dash.story import shelf
from ccnt_dash.story.bundle import Place, bundle
from ccnt_dash.story.deck import Deck, Worn, deck
from ccnt_dash.story.page import HOME, page, shelved, trouble
from ccnt_dash.story.player import player
from ccnt_dash.story.sent import answered, attached, fitting
from ccnt_dash.story.slides import pptx
from ccnt_dash.story.story import Story, StoryError
from ccnt_dash.story.told import choices, told

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


class Stories:
    """The addresses of stories."""

    def __init__(self, answers: Answers, settings: Settings) -> None:
        """Nothing is read before somebody asks."""
        self.answers, self.settings = answers, settings
        self.plotly = plotly_of(settings.assets)

    def home(self) -> Response:
        """All stories."""
        return _html(shelved(self._reading(), self.settings.data))

    def shown(self, name: str) -> Response:
        """The page that presents a story."""
        found = self._found(name)
        if isinstance(found, Response):
            return found
        reading = self._reading()
        made = told(self._deck(found))
        title = f"{made['title']} · {reading.words('site.title')}"
        return _html(
            player(
                self.answers,
                reading.filters,
                title,
                [made],
                self.plotly,
                deck=f"{HOME}/{name}/deck",
                ask=f"{HOME}/deck",
            )
        )

    def draft(self) -> Response:
        """The page that presents a story of the browser it is opened in."""
        reading = self._reading()
        title = f"{reading.words('nav.present')} · {reading.words('site.title')}"
        return _html(player(self.answers, reading.filters, title, [], self.plotly, draft="yes", ask=f"{HOME}/deck"))

    def deck(self, name: str) -> Response:
        """The slides of a story as JSON."""
        try:
            found = shelf.find(self.settings.data, name)
        except (StoryError, OSError) as error:
            return answered({"wrong": str(error).splitlines()}, 422)
        wrong = shelf.misfits(found, self.answers) if found else []
        if wrong or not found:
            return answered({"wrong": wrong}, 422 if wrong else 404)
        return answered(told(self._deck(found)))

    def posted(self) -> Response:
        """The slides of a story that is sent, which is kept nowhere."""
        found = fitting(request, self.answers)
        return found if isinstance(found, Response) else answered(told(self._deck(found)))

    def posted_slides(self) -> Response:
        """The same as slides for PowerPoint, in language and theme of the address."""
        found = fitting(request, self.answers)
        if isinstance(found, Response):
            return found
        return attached(pptx(self._deck(found), self.answers), PPTX, "own-story.pptx")

    def file(self, name: str) -> Response:
        """The file of a story."""
        found = self._found(name)
        if isinstance(found, Response):
            return found
        return attached(shelf.write(found).encode(), "application/json", f"{name}.json")

    def bundle(self, name: str) -> Response:
        """A story in one file that needs no network."""
        found = self._found(name)
        if isinstance(found, Response):
            return found
        place = Place(self.settings.assets, self.settings.geometry, request.host_url.rstrip("/"))
        made = bundle(self.answers, found, place, self._reading().filters)
        return attached(made, "text/html", f"{name}.html")

    def slides(self, name: str) -> Response:
        """A story as slides for PowerPoint, in language and theme of the address."""
        found = self._found(name)
        if isinstance(found, Response):
            return found
        made = self._deck(found)
        return attached(pptx(made, self.answers), PPTX, f"{name}-{made.lang}.pptx")

    def choices(self) -> Response:
        """What can be chosen while a slide is shown."""
        return answered(choices(self.answers, self._reading().words.lang))

    def _deck(self, found: Story) -> Deck:
        filters = self._reading().filters
        worn = Worn(self.answers.words(filters).lang, filters.theme or "light", request.host_url.rstrip("/"))
        return deck(self.answers, found, worn)

    def _found(self, name: str) -> Story | Response:
        """The story of that name, or the page that says what is wrong."""
        words = self._reading().words
        try:
            found = shelf.find(self.settings.data, name)
        except (StoryError, OSError) as error:
            return self._refused(words("present.wrong"), str(error), 500)
        if found is None:
            return self._refused(words("present.lost", name=name), "", 404)
        wrong = shelf.misfits(found, self.answers)
        return self._refused(words("present.misfits"), "\n".join(wrong), 500) if wrong else found

    def _refused(self, sentence: str, lines: str, status: int) -> Response:
        reading = self._reading()
        words = reading.words
        back = tag("p", tag("a", words("present.all"), href=f"{HOME}{reading.kept}"))
        said = trouble(sentence, lines) if lines else tag("p", sentence)
        content = [tag("h2", words("present.title"), class_="sentence"), said, back]
        return _html(page(reading, content, words("nav.present")), status)

    def _reading(self) -> Reading:
        filters = self.answers.understood(request.query_string.decode("utf-8", "replace"))
        return Reading(self.answers, filters, Screen())


def _html(made: Any, status: int = 200) -> Response:
    answer = Response(made, status, mimetype="text/html")
    answer.headers["Cache-Control"] = "no-cache"
    return answer


def serve_stories(server: Flask, answers: Answers, settings: Settings) -> None:
    """Answer /present and what is below it."""
    stories = Stories(answers, settings)
    for rule, view in (
        (HOME, stories.home),
        (f"{HOME}/draft", stories.draft),
        (f"{HOME}/choices", stories.choices),
        (f"{HOME}/<name>", stories.shown),
        (f"{HOME}/<name>/deck", stories.deck),
        (f"{HOME}/<name>.json", stories.file),
        (f"{HOME}/<name>.html", stories.bundle),
        (f"{HOME}/<name>.pptx", stories.slides),
    ):
        server.add_url_rule(rule, f"stories-{view.__name__}", view)
    server.add_url_rule(f"{HOME}/deck", "stories-posted", stories.posted, methods=["POST"])
    server.add_url_rule(f"{HOME}/deck.pptx", "stories-posted-slides", stories.posted_slides, methods=["POST"])
