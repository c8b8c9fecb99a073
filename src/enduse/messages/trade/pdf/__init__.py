"""Trade documents in PDF: text with its boxes out of pdfium, read by its place."""
