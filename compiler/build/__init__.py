"""From syntax to the Problem: names are resolved, types checked, sugar unrolled."""
