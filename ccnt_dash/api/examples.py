"""How is the API asked from a shell, Python, R and Excel? Examples that the page shows and the tests run."""

from __future__ import annotations

CURL = 'curl -s "{origin}/api/v1/targets?regions=140000&years=2030&limit=5"'
PYTHON = """import json
from urllib.request import urlopen

with urlopen("{origin}/api/v1/targets?regions=140000&sectors=energy") as answer:
    found = json.load(answer)
print(found["sentence"])
for target in found["data"]:
    print(target["target_year"], target["statement_en"])"""
R = """address <- "{origin}/api/v1/observations?regions=140000&indicator=solar_capacity&format=csv"
solar <- read.csv(address, encoding = "UTF-8")
plot(solar$year, solar$value)"""
EXCEL = """let
    Address = "{origin}/api/v1/policies?regions=140000&sectors=energy&format=csv",
    Rows = Csv.Document(Web.Contents(Address), [Delimiter = ",", Encoding = 65001]),
    Named = Table.PromoteHeaders(Rows)
in
    Named"""
# Name -> the example; {origin} is where the site stands.
EXAMPLES = {"curl": CURL, "python": PYTHON, "r": R, "excel": EXCEL}


def example(name: str, origin: str) -> str:
    """An example as it works on the site that stands at `origin`."""
    return EXAMPLES[name].replace("{origin}", origin)
