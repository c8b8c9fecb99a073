"""Funds transfers of the Fedwire Funds Service in its own format, FAIM."""
