"""lists.ca"""
