"""The wheel as somebody installs it: one name in site-packages, whatever other modules are called there."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

ROOT = Path(__file__).parent.parent
PARTS = ("pyproject.toml", "setup.py", "README.md", "LICENSE", "quotes", "api", "schemas")
UNREACHED = re.compile(r"No matching distribution|Could not find a version|Connection|Temporary failure")
# What a newsroom may have beside it: modules of these names that are none of ours.
FOREIGN = "raise ImportError('this module is somebody else’s')\n"
START = "import sys; sys.argv[0] = 'quotes'; from quotes.cli import main; main()"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy, so that nothing is left beside the sources."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, source / name)
    ran = subprocess.run([sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-deps",
                          "--wheel-dir", out, source], capture_output=True, text=True, check=False)
    if ran.returncode and UNREACHED.search(ran.stderr):
        pytest.skip(f"no package index can be reached: {ran.stderr.strip().splitlines()[-1]}")
    assert ran.returncode == 0, ran.stderr
    (built,) = out.glob("quotes-*.whl")
    return built


@pytest.fixture(scope="module")
def beside_others(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which modules called api and schemas are found first, and then what the wheel holds."""
    site, foreign = tmp_path_factory.mktemp("site"), tmp_path_factory.mktemp("foreign")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(site)
    for name in ("api", "schemas"):
        (foreign / name).mkdir()
        (foreign / name / "__init__.py").write_text(FOREIGN, encoding="utf-8")
    own = {name: value for name, value in os.environ.items() if not name.startswith("QUOTES_")}
    return {**own, "PYTHONPATH": f"{foreign}{os.pathsep}{site}", "QUOTES_DATABASE": f"sqlite:///{site}/quotes.db"}


def test_the_wheel_holds_one_package(wheel: Path):
    with zipfile.ZipFile(wheel) as packed:
        tops = {name.partition("/")[0] for name in packed.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"quotes"}


def test_what_is_imported_is_the_wheels(beside_others: dict[str, str], tmp_path: Path):
    source = ("import quotes, quotes.api.app, quotes.schemas.quote; "
              "print([part.__file__ for part in (quotes, quotes.api.app, quotes.schemas.quote)], quotes.__path__)")
    ran = subprocess.run([sys.executable, "-c", source], env=beside_others, cwd=tmp_path, capture_output=True,
                         text=True, check=True)
    site = beside_others["PYTHONPATH"].partition(os.pathsep)[2]
    assert ran.stdout.count(f"{site}/quotes/") == 3
    assert str(ROOT) not in ran.stdout


def test_it_serves_beside_modules_of_the_same_names(beside_others: dict[str, str], tmp_path: Path):
    with subprocess.Popen([sys.executable, "-c", START, "serve", "--port", "0"], env=beside_others, cwd=tmp_path,
                          text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        try:
            said = process.stderr.readline()
            assert "ready at " in said, said + process.stderr.read()
            address = said.split("ready at ")[1].split()[0].rstrip("/")
            for path in ("/", "/try", "/openapi.json", "/static/quotes.css"):
                with urlopen(f"{address}{path}", timeout=20) as answer:
                    assert answer.status == 200
            body = json.dumps({"text": "“Nine degrees is enough,” said Ada Quill, a swimmer."}).encode()
            asked = Request(f"{address}/v1/extract", body, {"Content-Type": "application/json"})
            with urlopen(asked, timeout=20) as answer:
                assert json.load(answer)["quotes"][0]["speaker"]["name"] == "Ada Quill"
        finally:
            process.terminate()
