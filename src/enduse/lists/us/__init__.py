"""lists.us"""
