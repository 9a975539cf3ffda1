"""The jobs: each joins the stages below into what a person asks for. No clock, no printing."""
