"""messages.iso20022"""
