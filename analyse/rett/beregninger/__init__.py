"""The calculated rules, one file per form."""
