"""Messages that travel as a text inside JSON or XML of somebody else's."""
