"""Do the settings come from the environment, and are bad ones told?"""

from __future__ import annotations

from pathlib import Path

import pytest

from ccnt_dash.settings import Settings, language, port


def test_without_variables_the_settings_are_the_plain_ones() -> None:
    assert Settings.from_environment({}) == Settings()


def test_the_folders_of_an_installation_exist() -> None:
    plain = Settings()
    assert plain.data.is_dir()
    assert (plain.assets / "theme.css").is_file()
    assert plain.geometry.is_dir()


@pytest.mark.parametrize(
    ("name", "value", "field", "expected"),
    [
        ("CCNT_DATA", "/srv/data", "data", Path("/srv/data")),
        ("CCNT_DATABASE", "/srv/ccnt.duckdb", "database", Path("/srv/ccnt.duckdb")),
        ("CCNT_HOST", "0.0.0.0", "host", "0.0.0.0"),
        ("CCNT_PORT", "8080", "port", 8080),
        ("CCNT_LANGUAGE", "zh", "language", "zh"),
        ("CCNT_GEOMETRY", "/srv/geo", "geometry", Path("/srv/geo")),
        ("CCNT_PREVIOUS", "/srv/old.duckdb", "previous", Path("/srv/old.duckdb")),
        ("CCNT_MAP_APPROVAL", "GS(2024)0001", "map_approval", "GS(2024)0001"),
    ],
)
def test_a_variable_sets_its_field_alone(name: str, value: str, field: str, expected: object) -> None:
    made = Settings.from_environment({name: value})
    assert getattr(made, field) == expected
    assert {each for each in vars(made) if getattr(made, each) != getattr(Settings(), each)} == {field}


@pytest.mark.parametrize(
    ("name", "value", "right"),
    [
        ("CCNT_PORT", "eighty", "a number from 1 to 65535"),
        ("CCNT_PORT", "", "a number from 1 to 65535"),
        ("CCNT_LANGUAGE", "de", "en or zh"),
        ("CCNT_LANGUAGE", "EN", "en or zh"),
    ],
)
def test_a_bad_variable_is_named_with_its_value_and_what_is_right(name: str, value: str, right: str) -> None:
    with pytest.raises(ValueError, match=rf"^{name} is '{value}'; it should be {right}$"):
        Settings.from_environment({name: value})


@pytest.mark.parametrize("value", ["1", "80", "65535"])
def test_a_port_is_a_number(value: str) -> None:
    assert port(value) == int(value)


@pytest.mark.parametrize("value", ["0", "65536", "-1", "80.0", "1e3", "８０", "²", "0x50", " 80", "", "9" * 30])
def test_what_is_no_port(value: str) -> None:
    with pytest.raises(ValueError, match="--port is "):
        port(value)


def test_a_language_is_one_of_two() -> None:
    assert (language("en", "x"), language("zh", "x")) == ("en", "zh")
