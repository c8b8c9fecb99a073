"""The papers of one deal: which belong together, and where they disagree."""
