"""Ways to run a pipeline over many records; none knows anything of the domain."""
