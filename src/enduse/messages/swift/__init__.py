"""messages.swift"""
