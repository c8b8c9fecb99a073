"""lists.eu"""
