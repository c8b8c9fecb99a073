"""messages.tabular"""
