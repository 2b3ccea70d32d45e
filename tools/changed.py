"""Which files changed by the last commits and in the working tree: they are looked at each time,
all are with FULL=1."""
import subprocess

from sources import ROOT

COMMITS = 5


def git(*words):
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.split()


def changed_files():
    """Paths relative to the root."""
    base = git("rev-list", f"--max-count={COMMITS + 1}", "HEAD")[-1]
    untracked = git("ls-files", "--others", "--exclude-standard")
    return set(git("diff", "--name-only", base)) | set(untracked)
