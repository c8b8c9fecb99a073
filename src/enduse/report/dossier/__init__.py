"""The dossier of one trade: every question asked, drawn, and laid into one folder."""
