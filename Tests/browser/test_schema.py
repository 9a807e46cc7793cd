"""The description of the interface of programs holds: schemathesis sends what it allows and forbids, and compares the answers with it."""

import pathlib
import subprocess
import sys

import pytest

# Requests of each kind for each operation; more find the same in more time.
EXAMPLES = 10
# Seconds that it may take on a busy machine.
PATIENCE = 240

# Everything that may be asked is answered where it is as the description says. Of changes a description cannot say so: which texts are times of a
# correction, queries with a word, or names that somebody knows. Such values are refused with 422, and the reason.
ACCEPTANCE = "positive_data_acceptance"
RUNS = {
    "all-operations": ["--exclude-checks", ACCEPTANCE],
    "what-is-asked-is-answered": ["--checks", ACCEPTANCE, "--include-method", "GET"],
}


@pytest.mark.parametrize("options", RUNS.values(), ids=RUNS.keys())
def test_answers_are_as_the_description_says(web, options):
    program = pathlib.Path(sys.executable).parent / "schemathesis"
    key = web.token(f"schemathesis-{options[0].strip('-')}", "edit")
    run = subprocess.run(
        [str(program), "run", f"{web.web.origin}/api/v1/openapi.json", "--header", f"Authorization: Bearer {key}", "--max-examples", str(EXAMPLES),
         "--seed", "1", *options, "--generation-database", "none", "--no-color"],
        capture_output=True, text=True, timeout=PATIENCE, cwd=web.folder)
    assert run.returncode == 0, run.stdout[-8000:] + run.stderr[-2000:]
