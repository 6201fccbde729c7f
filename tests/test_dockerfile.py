"""The Dockerfile's steps, replayed without Docker: the same install and start commands, the same health check."""

from __future__ import annotations

import fnmatch
import json
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Step:
    """One instruction, in the stage to which it belongs."""

    stage: int
    word: str
    rest: str


def steps(text: str) -> list[Step]:
    """The instructions of a Dockerfile, continued lines joined."""
    joined = re.sub(r"\\\n\s*", " ", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE))
    found, stage = [], -1
    for line in filter(str.strip, joined.splitlines()):
        word, _, rest = line.strip().partition(" ")
        stage += word == "FROM"
        found.append(Step(stage, word, rest.strip()))
    return found


STEPS = steps((ROOT / "Dockerfile").read_text(encoding="utf-8"))
LAST = STEPS[-1].stage


def only(word: str, stage: int = LAST) -> str:
    """What the one instruction of this name in a stage says."""
    (step,) = (step for step in STEPS if (step.stage, step.word) == (stage, word))
    return step.rest


def test_both_stages_stand_on_the_python_that_we_promise():
    bases = [step.rest.split()[0] for step in STEPS if step.word == "FROM"]
    promised = re.search(r'requires-python = ">=([\d.]+)"', (ROOT / "pyproject.toml").read_text())[1]
    assert bases == [f"python:{promised}-slim"] * 2


def test_the_last_stage_installs_nothing():
    commands = " ".join(step.rest for step in STEPS if step.stage == LAST and step.word == "RUN")
    assert not re.search(r"\b(?:pip|apt|apt-get|gcc|make|build-essential)\b", commands)
    assert only("COPY") == "--from=build /opt/quotes /opt/quotes"


def test_it_runs_as_nobody_in_particular_and_keeps_its_data_in_a_volume():
    assert only("USER").isdigit()
    assert int(only("USER")) > 0
    assert f"--uid {only('USER')} " in only("RUN")
    assert only("VOLUME") == only("WORKDIR") == "/data"
    assert "QUOTES_DATABASE=sqlite:////data/" in only("ENV")


def ignored(path: str) -> bool:
    """Whether .dockerignore keeps a file from the builder."""
    kept_out = False
    for line in (ROOT / ".dockerignore").read_text().splitlines():
        pattern = line.strip().removeprefix("!")
        if not pattern or pattern.startswith("#"):
            continue
        whole = [path, *map(str, Path(path).parents)]
        if any(fnmatch.fnmatch(part, pattern.removeprefix("**/")) or fnmatch.fnmatch(part, pattern) for part in whole):
            kept_out = not line.startswith("!")
    return kept_out


@pytest.mark.parametrize(
    "path, out",
    [("quotes/settings.py", False), ("pyproject.toml", False), ("api/templates/home.html", False),
     ("tests/test_seed.py", True), ("data/quotes.db", True), ("quotes/__pycache__/x.pyc", True), (".git/config", True)],
)
def test_only_what_is_copied_goes_to_the_builder(path: str, out: bool):
    assert ignored(path) is out


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that stands for the image's root, after the first stage's steps."""
    root = tmp_path_factory.mktemp("image")
    if shutil.which("python3.11") is None and sys.version_info[:2] != (3, 11):
        pytest.skip("the image's Python, 3.11, is not installed here")
    for step in STEPS:
        if step.stage == 0 and step.word == "COPY":
            copy(step.rest.split(), root / "src")
        elif step.stage == 0 and step.word == "RUN":
            replay(step.rest, root)
    return root


def copy(names: list[str], folder: Path) -> None:
    *sources, target = names
    for name in sources:
        for file in [ROOT / name] if (ROOT / name).is_file() else (ROOT / name).rglob("*"):
            inside = file.relative_to(ROOT)
            if file.is_file() and not ignored(str(inside)):
                to = folder / target / (inside.name if (ROOT / name).is_file() else inside.relative_to(name))
                to.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(file, to)


def replay(command: str, root: Path) -> None:
    """Run a RUN instruction with the image's paths below `root`, by the Python that the image has."""
    python = sys.executable if sys.version_info[:2] == (3, 11) else "python3.11"
    command = re.sub(r"^python\b", shlex.quote(python), command).replace("/opt/", f"{root}/opt/")
    ran = subprocess.run(["sh", "-c", command], cwd=root / "src" if (root / "src").exists() else root,
                         capture_output=True, text=True, check=False)
    if ran.returncode and re.search(r"No matching distribution|Could not find a version|Connection|Temporary failure",
                                    ran.stderr):
        pytest.skip(f"no package index can be reached: {ran.stderr.strip().splitlines()[-1]}")
    assert ran.returncode == 0, ran.stderr


@pytest.fixture(scope="module")
def running(image: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, int, dict[str, str]]]:
    """The start command, on loopback and a free port, with the image's environment."""
    data = tmp_path_factory.mktemp("data")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    here = only("ENV").replace("/opt/", f"{image}/opt/").replace("/data/", f"{data}/")
    env = dict(pair.replace("$PATH", os.environ["PATH"]).split("=", 1) for pair in here.split())
    started = [part.replace("0.0.0.0", "127.0.0.1").replace("8000", str(port)) for part in json.loads(only("CMD"))]
    process = subprocess.Popen([image / "opt/quotes/bin" / started[0], *started[1:]], cwd=data, env=env,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        yield data, port, env
    finally:
        process.terminate()
        said = process.communicate(timeout=30)[0].decode()
    assert process.returncode == 0, said


def healthy(port: int, env: dict[str, str]) -> bool:
    """Whether the image's own health check says so."""
    check = json.loads(only("HEALTHCHECK").partition("CMD ")[2])
    changed = [part.replace(":8000", f":{port}") for part in check]
    python = shutil.which(changed[0], path=env["PATH"])
    return subprocess.run([python, *changed[1:]], env=env, capture_output=True, check=False).returncode == 0


def test_the_start_command_serves_from_what_was_installed(running: tuple[Path, int, dict[str, str]]):
    data, port, env = running
    assert not healthy(1, env)
    deadline = time.monotonic() + 30
    while not healthy(port, env):
        assert time.monotonic() < deadline, "the health check was never answered"
        time.sleep(0.2)
    assert (data / "quotes.db").exists()
    for path in ("/", "/docs", "/openapi.json", "/static/quotes.css", "/try", "/readyz"):
        with urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as answer:
            assert answer.status == 200


def test_what_was_installed_reads_an_article(image: Path, running: tuple[Path, int, dict[str, str]]):
    ran = subprocess.run([image / "opt/quotes/bin/quotes", "extract", "-"], env=running[2], check=True, text=True,
                         input="“Nine degrees is enough,” said Ada Quill, a swimmer.", capture_output=True)
    assert json.loads(ran.stdout)["quotes"][0]["speaker"]["name"] == "Ada Quill"


def test_no_installer_is_left_in_what_is_copied(image: Path):
    assert not list((image / "opt/quotes/bin").glob("pip*"))


TOPS = (("quotes", Path()), ("schemas", Path("quotes")), ("api", Path("quotes")))  # each with where it is installed


def test_every_file_of_the_packages_was_installed(image: Path):
    (installed,) = (image / "opt/quotes/lib").glob("python*/site-packages")
    ours = [inside / path.relative_to(ROOT) for top, inside in TOPS for path in (ROOT / top).rglob("*")
            if path.is_file() and path.suffix != ".pyc"]
    assert [str(path) for path in ours if not (installed / path).exists()] == []
