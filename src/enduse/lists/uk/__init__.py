"""lists.uk"""
