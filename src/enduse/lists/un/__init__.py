"""lists.un"""
