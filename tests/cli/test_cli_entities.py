"""`--entities`: which texts the model reads, and what happens where there is none."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

POSTS = "Our patient Lena Vogt is home after her hip surgery.\n"
RUN = """
import socket
def refused(*args, **kwargs):
    raise SystemExit(99)
socket.socket.connect = socket.getaddrinfo = socket.create_connection = refused
import sys
from socialint.cli import main
sys.exit(main(sys.argv[1:]))
"""


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    (folder / "post.txt").write_text(POSTS, encoding="utf-8")
    command = [sys.executable, "-c", RUN, "check", "post.txt", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


@pytest.mark.parametrize("reads", ["auto", "full", "off"])
def test_a_named_patient_is_found_whatever_the_model_reads(tmp_path: Path, reads: str) -> None:
    ran = run(tmp_path, "--no-config", "--market", "US", "--entities", reads, "-f", "json")
    report = json.loads(ran.stdout)
    assert ran.returncode == 1
    assert "us-hipaa-patient-name-health" in {one["rule"] for one in report["findings"]}
    assert ("the entity model" in report["coverage"]["switched_off"]) == (reads == "off")


def test_a_missing_model_ends_in_two_and_reaches_for_no_network(tmp_path: Path) -> None:
    (tmp_path / "socialint.yaml").write_text("entities: {model: en_core_web_trf_missing}\n", encoding="utf-8")
    ran = run(tmp_path)
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert "en_core_web_trf_missing" in ran.stderr and "not installed" in ran.stderr
    assert "Lena" not in ran.stderr


def test_without_the_model_a_missing_one_is_not_needed(tmp_path: Path) -> None:
    (tmp_path / "socialint.yaml").write_text("entities: {model: en_core_web_trf_missing}\n", encoding="utf-8")
    assert run(tmp_path, "--entities", "off").returncode == 1
