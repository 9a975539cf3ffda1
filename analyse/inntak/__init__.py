"""Intake: files from people become the project's values, with every error at once and its place."""
