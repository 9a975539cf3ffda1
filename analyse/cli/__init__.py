"""The command `styreform`: parses, calls the jobs, prints. Nothing heavy is imported until a command runs."""

from analyse.cli.gruppe import app

__all__ = ["app"]
