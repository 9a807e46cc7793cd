"""The description of the interface of programs holds: schemathesis sends what it allows and forbids, and compares the answers with it."""

import pathlib
import subprocess
import sys

# Requests of each kind for each operation; more find the same in more time.
EXAMPLES = 10
# Seconds that it may take on a busy machine.
PATIENCE = 240
# What a description cannot say is not checked: which texts are times of a correction, or names that somebody knows. Such values are refused
# with 422, and the reason.
LEFT_OUT = "positive_data_acceptance"


def test_answers_are_as_the_description_says(web):
    program = pathlib.Path(sys.executable).parent / "schemathesis"
    key = web.token("schemathesis", "edit")
    run = subprocess.run(
        [str(program), "run", f"{web.web.origin}/api/v1/openapi.json", "--header", f"Authorization: Bearer {key}", "--max-examples", str(EXAMPLES),
         "--seed", "1", "--exclude-checks", LEFT_OUT, "--generation-database", "none", "--no-color"],
        capture_output=True, text=True, timeout=PATIENCE, cwd=web.folder)
    assert run.returncode == 0, run.stdout[-8000:] + run.stderr[-2000:]
