"""lists.jp"""
