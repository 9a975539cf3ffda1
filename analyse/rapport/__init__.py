"""Reports: finished numbers as blocks, and one writer per format. Nothing here computes."""
