"""The container's files are well formed, and do what `make run` does."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
TOOLS = Path(sys.executable).parent


def test_the_dockerfile_is_linted():
    subprocess.run([TOOLS / "hadolint", ROOT / "Dockerfile"], check=True)


def test_the_compose_file_keeps_its_schema():
    options = ("--builtin-schema", "vendor.compose-spec", ROOT / "docker-compose.yml")
    subprocess.run([TOOLS / "check-jsonschema", *options], check=True)


def test_the_image_is_made_and_started_by_the_steps_of_make_run():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    run = makefile[makefile.index("\nrun:") : makefile.index("\ntest:")]
    installs = re.search(r"@(tools/setup\.sh run)", run)
    starts = re.search(r"exec \$\(AS\) \$\(PYTHON\) (-m streamlit run app\.py)", run)
    assert installs
    assert starts
    dockerfile = (ROOT / "Dockerfile").read_text("utf-8")
    assert f"RUN {installs[1]}" in dockerfile
    command = re.search(r"^CMD \[(.*)\]$", dockerfile, re.M)
    assert command
    words = " ".join(re.findall(r'"([^"]*)"', command[1]))
    assert words.startswith(f".venv/bin/python {starts[1]} --server.port=")


def test_what_the_image_copies_first_is_there():
    dockerfile = (ROOT / "Dockerfile").read_text("utf-8")
    for line in re.findall(r"^COPY (.+)$", dockerfile, re.M):
        for source in line.split()[:-1]:
            assert (ROOT / source).exists(), source


def test_the_cluster_of_the_compose_file_is_the_one_the_app_joins():
    compose = (ROOT / "docker-compose.yml").read_text("utf-8")
    address = re.search(r"MATCHBOOK_DASK_SCHEDULER: (\S+)", compose)
    assert address
    assert f"- {address[1]}\n" in compose
    assert "--nthreads=1" in compose
