"""UN/EDIFACT: segments cut from a stream, and what each of them says."""
