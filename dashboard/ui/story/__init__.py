"""The parts of the story of one suggestion: what was asked, answered, promised, done and changed."""
