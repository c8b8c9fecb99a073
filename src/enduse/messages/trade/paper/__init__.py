"""Documents laid out for people: labels, boxes and tables, on a page or in a sheet."""
