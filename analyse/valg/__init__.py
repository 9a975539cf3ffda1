"""Elections inside and to the council: seats by law, exactly, with lots as an outcome of their own."""
