"""Trade documents: credits, invoices, bills of lading, packing lists, one file each."""
