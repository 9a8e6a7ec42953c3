"""Invented bank statements: facts, laid out in many ways, written as PDF, with their exact truth.

``making.MAKERS`` names what is hard about reading statements; ``making.make`` gives a file of it.
"""
