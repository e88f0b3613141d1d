"""What stands of the decisions, and what does a spoiled file of them still say?"""

from __future__ import annotations

from pathlib import Path

import pytest

from ccnt_dash.build.decisions import COLUMNS, read, standing
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


def test_columns_that_an_older_file_lacks_are_asked_for_and_nothing_is_written(book: Book) -> None:
    book.append(wish("accept", "c1"))
    old = book.path.read_text().replace(",sha256,", ",checksum,")
    book.path.write_text(old)
    with pytest.raises(DecisionError, match="sha256"):
        book.append(wish("accept", "c2", parts=({"sha256": "0" * 64},)))
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
