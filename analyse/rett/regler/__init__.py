"""The rules that a structure or its posts decide, one file a concept of data/lov, one function a rule."""
