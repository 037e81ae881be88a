"""Registers: what they must look like, and that nothing of them is ever shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from socialint.errors import UserError
from socialint.model.records import Registers
from socialint.registers import read_registers
from socialint.settings import Settings

CONSENTS = "id,person,scope,channels,signed,expires,revoked\n"


def registers(root: Path, name: str, text: str | bytes) -> Registers:
    suffix = ".csv" if name in ("staff", "consents") else ".yaml"
    path = root / f"{name}{suffix}"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_registers(Settings(root=root, today=date(2026, 11, 21), registers={name: path}))


def refused(root: Path, name: str, text: str | bytes) -> str:
    with pytest.raises(UserError) as error:
        registers(root, name, text)
    return str(error.value)


def test_staff_keep_every_column(tmp_path: Path) -> None:
    text = '\ufeffName,Role,Credentials,Since\n"Brandt, Hannah",Nurse,"DNP, FNP-BC",2019\n\nOmar,Manager,,\n'
    rows = registers(tmp_path, "staff", text)["staff"]
    assert [dict(row.cells) for row in rows] == [
        {"name": "Brandt, Hannah", "role": "Nurse", "credentials": "DNP, FNP-BC", "since": "2019"},
        {"name": "Omar", "role": "Manager"},
    ]
    assert [row.index for row in rows] == [0, 1]


def test_a_semicolon_parts_the_columns_of_some_spreadsheets(tmp_path: Path) -> None:
    rows = registers(tmp_path, "staff", "name;role;credentials\nOmar;Manager;MBA\n")["staff"]
    assert rows[0].cells["credentials"] == "MBA"


def test_consents_hold_lists_and_days(tmp_path: Path) -> None:
    text = CONSENTS + 'C-201,Denise,"story, photo",instagram;website,2026-06-02,2027-06-01,\n'
    (row,) = registers(tmp_path, "consents", text)["consents"]
    assert row.cells["channels"] == ("instagram", "website")
    assert row.cells["scope"] == ("story", "photo")
    assert row.cells["expires"] == "2027-06-01"
    assert "revoked" not in row.cells
    assert "Denise" not in repr(row)


def test_contacts_become_kinds_and_values(tmp_path: Path) -> None:
    found = registers(
        tmp_path, "contacts", 'phones: [614-555-0142]\nsites: [a.example]\nhandles: "@a"\nemails:\n'
    )
    assert [(row.cells["kind"], row.cells["value"]) for row in found["contacts"]] == [
        ("phones", "614-555-0142"),
        ("sites", "a.example"),
        ("handles", "@a"),
    ]


def test_products_keep_what_a_house_rule_may_ask(tmp_path: Path) -> None:
    text = (
        "products:\n  - name: LUMIGRA\n    class: rx\n    status: {US: approved, UK: not approved}\n"
        "    boxed_warning: false\n    risks: [liver injury]\n    compounded_by: Fernhill\n"
        "    sizes: [10, 20]\n"
    )
    (row,) = registers(tmp_path, "products", text)["products"]
    assert dict(row.cells) == {
        "name": "LUMIGRA",
        "class": "rx",
        "status": {"US": "approved", "UK": "not approved"},
        "boxed_warning": False,
        "risks": ("liver injury",),
        "compounded_by": "Fernhill",
        "sizes": (10, 20),
    }


def test_claims_hold_their_last_day(tmp_path: Path) -> None:
    text = "claims:\n  - {id: C1, text: supports joints, markets: [US], expires: 2027-06-30}\n"
    (row,) = registers(tmp_path, "claims", text)["claims"]
    assert row.cells["expires"] == "2027-06-30"
    assert row.cells["markets"] == ("US",)


def test_an_empty_register_is_there_all_the_same(tmp_path: Path) -> None:
    found = registers(tmp_path, "consents", CONSENTS)
    assert "consents" in found
    assert list(found["consents"]) == []
    assert "staff" not in found


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("staff", "name,role\nOmar,Manager\n", "staff.csv:1: no column “credentials”"),
        ("staff", "", "staff.csv:1: the register is empty"),
        ("staff", "name,role,credentials,role\nO,M,M,M\n", "staff.csv:1: two columns “role”"),
        ("staff", "name,roles,role,credentials\nO,M,M,M\n", "did you mean “role”?"),
        ("staff", 'name,role,credentials\n"a\nb",M,M\nOmar\n', "staff.csv:4: this row has 1 cells"),
        ("staff", "name,role,credentials\n,Manager,\n", "staff.csv:2: no name in this row"),
        ("staff", 'name,role,credentials\n"Omar,Manager,\n', "staff.csv:2: this row is broken"),
        ("staff", "name,role,credentials\nJosé,M,\n".encode("cp1252"), "staff.csv:2: this line is not UTF-8"),
        (
            "consents",
            CONSENTS + "C-1,A,,,2026-06-31,,\n",
            "consents.csv:2: the date under “signed” is not one",
        ),
        ("consents", CONSENTS + "C-1,A,,,,06/01/2026,\n", "write it as 2026-11-21"),
        ("consents", CONSENTS + "C-1,A,,,,,\nC-1,B,,,,,\n", "consents.csv:3: the same id stands in line 2"),
        ("contacts", "phone: [1]\n", "did you mean “phones”?"),
        ("products", "products:\n  - class: rx\n", "“name” is missing"),
        ("products", "products:\n  - {name: A, clas: rx}\n", "unknown key “clas”"),
        ("products", "products:\n  - {name: A, risk: x}\n", "did you mean “risks”?"),
        (
            "products",
            "products:\n  - {name: A, class: pill}\n",
            "products.yaml:2:22: expected a class: rx, otc",
        ),
        ("claims", "claims:\n  - {id: A, text: B, expires: soon}\n", "claims.yaml:2:31: expected a date"),
        ("claims", "claims:\n  - {id: A, text: B, ownr: x}\n", "unknown key “ownr”"),
        ("claims", "claims:\n  - {id: A, text: B}\n  - {id: A, text: C}\n", "two claims have the same id"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(
    tmp_path: Path, name: str, text: str | bytes, message: str
) -> None:
    assert message in refused(tmp_path, name, text)


@pytest.mark.parametrize(
    "text",
    [
        "C-201,Denise Harlow,story,instagram,2026-06-02,2027-06-01,\n",
        CONSENTS + "C-201,Denise Harlow,story,instagram,soon,Denise Harlow,\n",
        CONSENTS + 'C-201,"Denise Harlow,story,instagram,,,\n',
        CONSENTS + "C-201,Denise Harlow\n",
        CONSENTS + ",Denise Harlow,,,,,\n",
        CONSENTS + "Denise Harlow,x,,,,,\nDenise Harlow,x,,,,,\n",
        "id,person,scope,channels,signed,expires,revoked,purpos Denise\nC,x,,,,,,\nC,x,,,,,,\n",
    ],
)
def test_nothing_of_a_patient_is_ever_shown(tmp_path: Path, text: str) -> None:
    assert "Denise" not in refused(tmp_path, "consents", text)


def test_a_register_that_is_named_must_be_there(tmp_path: Path) -> None:
    settings = Settings(root=tmp_path, today=date(2026, 11, 21), registers={"staff": tmp_path / "staff.csv"})
    with pytest.raises(UserError, match="no staff register"):
        read_registers(settings)
