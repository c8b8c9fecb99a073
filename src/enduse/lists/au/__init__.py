"""lists.au"""
