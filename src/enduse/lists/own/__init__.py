"""lists.own"""
