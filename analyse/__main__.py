"""`python -m analyse`: the command, where the folder of scripts is not on the path (often so on Windows)."""

from analyse.cli import app

if __name__ == "__main__":
    app()
