"""lists.cn"""
