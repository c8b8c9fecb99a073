"""lists.ch"""
