"""How do rows leave the house with their context, as files, citations and answers to programs?"""
