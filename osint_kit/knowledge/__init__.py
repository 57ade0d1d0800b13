"""What everybody must know, as data and pure functions: text, names, regions, doctrine, vocabulary."""
