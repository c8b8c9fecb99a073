"""lists.opensanctions"""
