"""What stands of the decisions, and what does a spoiled file of them still say?"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from ccnt_dash.build.decisions import COLUMNS, LATER, read, standing
from ccnt_dash.review.decisions import Book, DecisionError, Kept, Wish

TWO = ({"becomes": "target", "value": "5"}, {"becomes": "target", "value": "7"})


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path)


def wish(action: str, *candidates: str, knew: str = "", editor: str = "Li", **told: object) -> Wish:
    return Wish(editor, action, "doc", dict.fromkeys(candidates, knew), **told)  # type: ignore[arg-type]


def undo(book: Book, kept: Kept, *candidates: str) -> Kept:
    last = book.standing().last[candidates[0]].id
    return book.append(wish("undo", *candidates, knew=last, undoes=kept.decision_id))


def stands(book: Book, candidate: str) -> str:
    found = book.standing().by_candidate.get(candidate)
    return found["action"] if found and book.standing().stands(found) else ""


def test_the_last_decision_counts(book: Book) -> None:
    first = book.append(wish("accept", "c1"))
    book.append(wish("reject", "c1", knew=first.decision_id, reason="a fact"))
    assert stands(book, "c1") == "reject"
    assert [each["action"] for each in book.read().decisions] == ["accept", "reject"]


def test_what_is_taken_back_brings_back_what_stood_before_and_can_be_made_again(book: Book) -> None:
    first = book.append(wish("accept", "c1"))
    second = book.append(wish("reject", "c1", knew=first.decision_id))
    taken = undo(book, second, "c1")
    assert stands(book, "c1") == "accept"
    undo(book, taken, "c1")
    assert stands(book, "c1") == "reject"
    undo(book, first, "c1")
    assert stands(book, "c1") == "reject"


def test_of_two_editors_both_are_kept_and_the_later_one_does_not_stand(book: Book) -> None:
    first = book.append(wish("accept", "c1", editor="Li"))
    second = book.append(wish("reject", "c1", editor="Wu"))
    assert second.against == (first.decision_id,)
    assert stands(book, "c1") == "accept"
    assert [each["editor"] for each in book.standing().conflicts["c1"]] == ["Wu"]
    book.append(wish("reject", "c1", knew=second.decision_id, editor="Wu", reason="we talked"))
    assert stands(book, "c1") == "reject"
    assert not book.standing().conflicts


def test_a_decision_sent_twice_is_written_once(book: Book) -> None:
    assert book.append(wish("accept", "c1")) == book.append(wish("accept", "c1"))
    assert len(book.read().decisions) == 1


def test_a_split_has_a_line_for_each_part_and_a_merge_one_for_all(book: Book) -> None:
    book.append(wish("split", "c1", parts=TWO))
    merged = book.append(wish("merge", "c2", "c3"))
    assert [part["value"] for part in book.standing().by_candidate["c1"].parts] == ["5", "7"]
    assert (stands(book, "c2"), stands(book, "c3")) == ("merge", "merge")
    book.append(wish("reject", "c3", knew=merged.decision_id))
    assert (stands(book, "c2"), stands(book, "c3")) == ("", "reject")


def test_a_decision_is_one_line_whatever_it_quotes(book: Book) -> None:
    quote = 'a "b",\r\nc\u2028\x00d'
    book.append(wish("accept", "c1", parts=({"quote": quote},), reason="=1+1\nx"))
    assert book.path.read_bytes().count(b"\n") == 2
    assert book.standing().by_candidate["c1"]["quote"] == 'a "b", c d'


def test_a_torn_end_is_put_aside_wherever_it_is_torn(book: Book) -> None:
    book.append(wish("accept", "c1"))
    kept = book.path.read_bytes()
    book.append(wish("split", "c2", parts=TWO))
    whole = book.path.read_bytes()
    for cut in range(len(kept) + 1, len(whole), 7):
        book.path.write_bytes(whole[:cut])
        again = Book(book.path.parent.parent)
        assert book.path.read_bytes() == kept
        assert again.mended
        assert again.mended.read_bytes() == whole[len(kept) : cut]
        assert not again.read().complaints


def test_a_file_torn_in_its_first_line_begins_anew(tmp_path: Path) -> None:
    (tmp_path / "review").mkdir()
    (tmp_path / "review" / "decisions.csv").write_bytes(b"decision_id,deci")
    book = Book(tmp_path)
    book.append(wish("accept", "c1"))
    assert stands(book, "c1") == "accept"
    assert book.read().header == COLUMNS


def test_a_spoiled_line_is_named_and_spoils_no_other(book: Book) -> None:
    book.append(wish("accept", "c1"))
    with book.path.open("ab") as file:
        file.write(b'torn,"line\n')
    book.append(wish("accept", "c2"))
    found = book.read()
    assert [(each.line, each.value) for each in found.complaints] == [(3, 'torn,"line')]
    assert (stands(book, "c1"), stands(book, "c2")) == ("accept", "accept")


def test_a_foreign_header_is_named() -> None:
    found = read(b"editor,when\nLi,now\n")
    assert "decision_id" in found.complaints[0].wrong
    assert not standing(found.decisions).by_candidate


def older(book: Book) -> str:
    """The file as it was written before columns came that stand at its end."""
    lines = list(csv.reader(book.path.read_text().splitlines()))
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(line[: -len(LATER)] for line in lines)
    book.path.write_text(text.getvalue())
    return text.getvalue()


def test_an_older_file_takes_new_columns_behind_its_lines_and_keeps_every_byte(book: Book) -> None:
    first = book.append(wish("accept", "c1", parts=({"value": "5"},)))
    old = older(book)
    book.append(wish("reject", "c2"))
    assert len(book.path.read_text().splitlines()) == 3  # nothing new is asked of the columns
    book.append(wish("split", "c3", parts=({"name_zh": "灯笼数"}, {"value": "7"})))
    book.append(wish("accept", "c1", knew=first.decision_id, parts=({"value": "6"},)))
    assert book.path.read_text().startswith(old)
    for found in (book, Book(book.path.parent.parent)):
        assert not found.read().complaints
        assert found.read().header == COLUMNS
        assert [each.line for each in found.read().decisions] == [2, 3, 5, 7]
        three = found.standing().by_candidate["c3"].parts
        assert [(part["name_zh"], part["value"]) for part in three] == [("灯笼数", ""), ("", "7")]
        assert found.standing().by_candidate["c1"]["value"] == "6"


def test_a_copy_with_the_older_columns_is_joined_behind_the_newer_one(book: Book) -> None:
    book.append(wish("accept", "c1"))
    older(book)
    behind = book.path.read_bytes().splitlines(keepends=True)[1].replace(b"c1", b"c2").replace(b"accept", b"reject")
    book.append(wish("accept", "c3", parts=({"name_zh": "灯笼数"},)))
    with book.path.open("ab") as file:
        file.write(behind.replace(behind[:16], b"0" * 16))
    assert (stands(book, "c2"), stands(book, "c3")) == ("reject", "accept")
    assert not book.read().complaints


def test_a_new_header_that_is_torn_is_put_aside(book: Book) -> None:
    book.append(wish("accept", "c1"))
    old = older(book)
    book.append(wish("accept", "c2", parts=({"name_zh": "灯笼数"},)))
    whole = book.path.read_bytes()
    for cut in range(len(old) + 1, len(whole), 97):
        book.path.write_bytes(whole[:cut])
        again = Book(book.path.parent.parent)
        again.append(wish("accept", "c4", parts=({"name_zh": "灯"},)))
        assert (stands(again, "c1"), stands(again, "c4")) == ("accept", "accept")
        assert not again.read().complaints


def test_a_foreign_header_is_not_written_behind(book: Book) -> None:
    book.append(wish("accept", "c1"))
    old = book.path.read_text().replace("editor,", "who,")
    book.path.write_text(old)
    with pytest.raises(DecisionError, match="lacks editor"):
        book.append(wish("accept", "c2"))
    assert book.path.read_text() == old


def test_where_nothing_can_be_written_the_reason_is_told(tmp_path: Path) -> None:
    (tmp_path / "review").write_text("a file where a folder should be")
    with pytest.raises(DecisionError, match=r"decisions\.csv: .* not kept"):
        Book(tmp_path).append(wish("accept", "c1"))


def test_two_copies_of_the_file_are_joined_line_by_line(tmp_path: Path) -> None:
    ours, theirs = Book(tmp_path / "ours"), Book(tmp_path / "theirs")
    common = wish("accept", "c0")
    ours.append(common)
    theirs.append(common)
    first = ours.append(wish("accept", "c1", editor="Li"))
    theirs.append(wish("reject", "c1", editor="Wu"))
    theirs.append(wish("reject", "c2", editor="Wu"))
    with ours.path.open("ab") as file:
        file.writelines(theirs.path.read_bytes().splitlines(keepends=True)[1:])
    found = ours.standing()
    assert found.by_candidate["c1"].id == first.decision_id
    assert [each["editor"] for each in found.conflicts["c1"]] == ["Wu"]
    assert (stands(ours, "c0"), stands(ours, "c2")) == ("accept", "reject")
