"""How do tests ask what is found in a Chinese sentence?"""

from __future__ import annotations

from ccnt_dash.ingest.candidate import Candidate, Source
from ccnt_dash.ingest.knowledge import Knowledge
from ccnt_dash.ingest.zh import found

PLAN = "某省“十四五”能源发展规划"
OPINION = "关于推动绿色发展的意见"
Told = list[tuple[float | None, str, int | None, str]]


def told(knowledge: Knowledge, text: str, title: str = PLAN, kinds: tuple[str, ...] = ("target",)) -> Told:
    source = Source("a.txt", text, "zh", "370000", title)
    return [(c.value, c.unit, c.target_year, c.comparator) for c in found(source, knowledge) if c.kind in kinds]


def one(knowledge: Knowledge, text: str, region: str, title: str = PLAN) -> Candidate:
    (candidate,) = [each for each in found(Source("a", text, "zh", region, title), knowledge) if each.kind == "target"]
    return candidate
