from __future__ import annotations

import random
from itertools import pairwise

import pytest

from ccnt_dash.views.classes import Class, classes, place


def test_few_values_get_a_class_each() -> None:
    assert classes([3, 1, 1, 2]) == [Class(1, 1), Class(2, 2), Class(3, 3)]
    assert classes([]) == []


@pytest.mark.parametrize("seed", range(20))
def test_many_values_fall_into_few_ordered_classes(seed: int) -> None:
    draw = random.Random(seed)
    values = [round(draw.lognormvariate(3, 2), draw.randrange(3)) for _ in range(draw.randrange(7, 60))]
    found = classes(values)
    assert 1 <= len(found) <= 6
    assert all(low.high < high.low for low, high in pairwise(found))
    assert all(values[at] in found[place(values[at], found)] for at in range(len(values)))


def test_a_value_of_no_class_is_named() -> None:
    with pytest.raises(ValueError, match="7 is in none of"):
        place(7, [Class(1, 2)])
