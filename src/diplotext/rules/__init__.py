"""Rules as data: frames and patterns that carry their own examples, and what reads them."""
